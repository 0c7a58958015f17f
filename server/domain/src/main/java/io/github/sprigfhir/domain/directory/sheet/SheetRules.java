package io.github.sprigfhir.domain.directory.sheet;

import io.github.sprigfhir.domain.directory.feed.NeedTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds everything that is wrong in a spreadsheet of services at once. */
public final class SheetRules {

    private final CellRules cells;
    private final boolean organisationIsKnown;
    private final Map<String, Integer> rows = new HashMap<>();

    /**
     * Begins with a spreadsheet.
     *
     * @param needs with the operator's own words for them
     * @param organisationIsKnown whether all services are of the organisation that sends them, whatever is written there
     */
    public SheetRules(NeedTable needs, LocalDate today, boolean organisationIsKnown) {
        this.cells = new CellRules(needs, today);
        this.organisationIsKnown = organisationIsKnown;
    }

    /** What is wrong with the headings. */
    public List<Fault> headings(List<String> headings) {
        List<Fault> faults = new ArrayList<>();
        Set<Column> seen = EnumSet.noneOf(Column.class);
        for (String heading : headings) {
            Optional<Column> column = Column.of(heading);
            if (column.isPresent() && !seen.add(column.get())) {
                faults.add(new Fault(
                        1,
                        column.get().title(),
                        Found.in(heading),
                        "There are two columns with this heading.",
                        "Delete one of them."));
            } else if (column.isEmpty() && !heading.isBlank()) {
                faults.add(new Fault(
                        1,
                        "number " + (headings.indexOf(heading) + 1),
                        Found.in(heading),
                        "The template has no column with this heading.",
                        "Take the heading from the template, or delete the column."));
            }
        }
        Arrays.stream(Column.values())
                .filter(column -> isNeeded(column) && !seen.contains(column))
                .forEach(column -> faults.add(new Fault(
                        1,
                        column.title(),
                        Found.NOTHING,
                        "This column is missing.",
                        "Take the headings from the template; they are in its first row.")));
        return faults;
    }

    /** What is wrong with a row; rows are put here in their order. */
    public List<Fault> row(Row row) {
        List<Fault> faults = new ArrayList<>();
        for (Column column : Column.values()) {
            Optional<String> text = row.of(column);
            if (text.isEmpty() && isNeeded(column)) {
                faults.add(fault(row, column, "This cell must not be empty.", column.explanation()));
            }
            text.flatMap(written -> cells.check(column, written))
                    .ifPresent(wrong -> faults.add(fault(row, column, wrong.rule(), wrong.remedy())));
        }
        if (faults.isEmpty()) {
            together(row, faults);
        }
        return faults;
    }

    private boolean isNeeded(Column column) {
        return column.isRequired() && !(column == Column.ORGANISATION && organisationIsKnown);
    }

    /** What no cell can tell by itself. */
    private void together(Row row, List<Fault> faults) {
        Optional<Integer> lowest = row.of(Column.MINIMUM_AGE).map(Integer::valueOf);
        Optional<Integer> highest = row.of(Column.MAXIMUM_AGE).map(Integer::valueOf);
        if (lowest.isPresent() && highest.isPresent() && lowest.get() > highest.get()) {
            faults.add(fault(
                    row,
                    Column.MAXIMUM_AGE,
                    "It is below the minimum age, so nobody could come.",
                    "Change one of both."));
        }
        if (row.of(Column.FREE_PLACES).isPresent() != row.of(Column.COUNTED_ON).isPresent()) {
            faults.add(fault(
                    row,
                    Column.COUNTED_ON,
                    "Free places and the day on which they were counted go together.",
                    "Fill in both, or neither."));
        }
        if (row.of(Column.ACCESSIBILITY).isPresent() && !hasPlace(row)) {
            faults.add(fault(
                    row,
                    Column.ACCESSIBILITY,
                    "It tells of a place, and the row has none.",
                    "Fill in street, town or postcode as well."));
        }
        Integer before = rows.putIfAbsent(name(row), row.number());
        if (before != null) {
            faults.add(fault(
                    row,
                    row.of(Column.REFERENCE).isPresent() ? Column.REFERENCE : Column.NAME,
                    "Row %d has the same, so the two services could not be told apart.".formatted(before),
                    "Give each service a reference of its own, or delete the row if it is there twice."));
        }
    }

    /** Whether a row names a place. */
    public static boolean hasPlace(Row row) {
        return row.of(Column.STREET).isPresent()
                || row.of(Column.TOWN).isPresent()
                || row.of(Column.POSTCODE).isPresent();
    }

    /** What a service is known by from one file to the next. */
    public static String name(Row row) {
        return row.of(Column.REFERENCE)
                .or(() -> row.of(Column.NAME)
                        .map(name -> row.of(Column.ORGANISATION).orElse("") + "\n" + name))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    private static Fault fault(Row row, Column column, String rule, String remedy) {
        return new Fault(row.number(), column.title(), Found.in(row.of(column).orElse("")), rule, remedy);
    }
}
