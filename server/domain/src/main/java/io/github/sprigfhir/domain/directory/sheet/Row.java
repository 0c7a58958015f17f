package io.github.sprigfhir.domain.directory.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a spreadsheet.
 *
 * @param number as the spreadsheet counts them
 * @param cells as they were written
 */
public record Row(int number, Map<Column, String> cells) {

    /** What stands in a cell, without space around it; none where nothing does. */
    public Optional<String> of(Column column) {
        return Optional.ofNullable(cells.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The values of a cell that may have several. */
    public List<String> all(Column column) {
        return of(column).map(Row::values).orElse(List.of());
    }

    static List<String> values(String cell) {
        return Arrays.stream(cell.split("[;|\\n]", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
