package io.github.sprigfhir.app.platform.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hl7.fhir.r4.model.MeasureReport;

/** Writes a report as a table for a spreadsheet, a line for everybody and one for each part (RFC 4180, UTF-8). */
final class ReportCsv {

    private static final List<String> COLUMNS =
            List.of("measure", "period-start", "period-end", "group", "divided-by", "part", "kind");
    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private ReportCsv() {}

    static String of(MeasureReport report) {
        var rows = ReportRow.of(report);
        var figures = new LinkedHashSet<String>();
        rows.forEach(row -> figures.addAll(row.values().keySet()));
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(Stream.concat(COLUMNS.stream(), figures.stream()).toList());
            for (var row : rows) {
                var cells = new ArrayList<String>(List.of(
                        report.getMeasure(),
                        report.getPeriod().getStartElement().getValueAsString(),
                        report.getPeriod().getEndElement().getValueAsString(),
                        plain(row.group()),
                        plain(row.by()),
                        plain(row.part()),
                        plain(row.kind())));
                figures.forEach(figure -> cells.add(row.values().getOrDefault(figure, "")));
                csv.printRecord(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String plain(String name) {
        return name.isEmpty() || FORMULA.indexOf(name.charAt(0)) < 0 ? name : "'" + name;
    }
}
