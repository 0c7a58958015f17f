package io.github.sprigfhir.app.directory.openreferral;

import io.github.sprigfhir.domain.directory.sheet.Column;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The spreadsheet to begin with: headings, what each column means, and an example; the guide ships it. */
final class SheetTemplate {

    private static final String NOTE = "# ";

    private SheetTemplate() {}

    /** With the mark at its beginning that spreadsheet programs know UTF-8 by, and the line ends that they write. */
    static String text() {
        return "\uFEFF"
                + line("", Column::title)
                + line(
                        NOTE + "Lines that begin with # are not read. ",
                        column -> column.explanation() + (column.isRequired() ? " Must be filled in." : ""))
                + line(NOTE + "An example: ", Column::example);
    }

    private static String line(String first, Function<Column, String> cell) {
        return Arrays.stream(Column.values())
                .map(column -> (column == Column.REFERENCE ? first : "") + cell.apply(column))
                .map(text -> text.matches("[^,;\"]*") ? text : '"' + text.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
