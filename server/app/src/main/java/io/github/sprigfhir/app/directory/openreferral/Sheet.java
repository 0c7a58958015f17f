package io.github.sprigfhir.app.directory.openreferral;

import io.github.sprigfhir.domain.directory.sheet.Column;
import io.github.sprigfhir.domain.directory.sheet.Fault;
import io.github.sprigfhir.domain.directory.sheet.Found;
import io.github.sprigfhir.domain.directory.sheet.Row;
import io.github.sprigfhir.domain.directory.sheet.SheetRules;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A spreadsheet as small groups save it: CSV with commas, semicolons or tabs, in UTF-8 or as Windows writes it, with or
 * without a mark at its beginning. Rows that are empty, or begin with #, are notes and are not read.
 *
 * @param rows in which nothing is wrong
 * @param faults everything that is wrong, up to as many as anybody reads
 */
record Sheet(List<Row> rows, List<Fault> faults) {

    private static final int MOST_FAULTS = 500;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';

    static Sheet read(byte[] content, SheetRules rules) {
        var sheet = new Sheet(new ArrayList<>(), new ArrayList<>());
        if (isWorkbook(content)) {
            sheet.faults.add(
                    whole("This is a spreadsheet program's own file.", "Open it there, and save it as \"CSV UTF-8\"."));
            return sheet;
        }
        sheet.read(text(content), rules);
        if (sheet.rows.isEmpty() && sheet.faults.isEmpty()) {
            sheet.faults.add(whole(
                    "There is no service in it.", "Write one in each row under the headings, without # before it."));
        }
        var more = sheet.faults.size() - MOST_FAULTS;
        if (more > 0) {
            sheet.faults.subList(MOST_FAULTS, sheet.faults.size()).clear();
            sheet.faults.add(whole(
                    "There are %d faults more.".formatted(more), "Put these right first, and check the file again."));
        }
        return sheet;
    }

    boolean isRight() {
        return faults.isEmpty();
    }

    private static Fault whole(String rule, String remedy) {
        return new Fault(0, "", Found.NOTHING, rule, remedy);
    }

    /** Excel's and LibreOffice's files are zip files, or of Microsoft's old form. */
    private static boolean isWorkbook(byte[] content) {
        return content.length > 3
                && ((content[0] == 'P' && content[1] == 'K')
                        || (content[0] == (byte) 0xD0 && content[1] == (byte) 0xCF));
    }

    /** What is not UTF-8 is what Windows has long written in this country. */
    private static String text(byte[] content) {
        var text = decoded(content);
        return text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
    }

    private static String decoded(byte[] content) {
        if (content.length > 1
                && (content[0] & 0xFF) + (content[1] & 0xFF) == 0xFE + 0xFF
                && (content[0] & 0xFF) >= 0xFE) {
            return new String(content, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(content, WINDOWS);
        }
    }

    private void read(String text, SheetRules rules) {
        var format = CSVFormat.Builder.create(CSVFormat.DEFAULT)
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .build();
        try (var parser = new CSVParser(new StringReader(text), format)) {
            var columns = Optional.<List<Optional<Column>>>empty();
            for (var record : parser) {
                if (isNote(record)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = Optional.of(headings(record, rules));
                } else {
                    row(record, columns.get(), rules);
                }
            }
        } catch (UncheckedIOException | IOException broken) {
            faults.add(whole(
                    "After row %d a quotation mark is not closed, or stands in the middle of a cell."
                            .formatted(rows.size() + 1),
                    "Save the file from the spreadsheet program again, which sets quotation marks by itself."));
        }
    }

    private static boolean isNote(CSVRecord record) {
        return record.get(0).startsWith("#") || record.stream().allMatch(String::isBlank);
    }

    private List<Optional<Column>> headings(CSVRecord record, SheetRules rules) {
        var headings = record.toList();
        faults.addAll(rules.headings(headings));
        return headings.stream().map(Column::of).toList();
    }

    private void row(CSVRecord record, List<Optional<Column>> columns, SheetRules rules) {
        var number = Math.toIntExact(record.getRecordNumber());
        Map<Column, String> cells = new EnumMap<>(Column.class);
        var tooMany = false;
        for (int i = 0; i < record.size(); i++) {
            if (i < columns.size()) {
                var text = record.get(i);
                columns.get(i).ifPresent(column -> cells.put(column, text));
            } else {
                tooMany = tooMany || !record.get(i).isBlank();
            }
        }
        var row = new Row(number, cells);
        var wrong = new ArrayList<>(rules.row(row));
        if (tooMany) {
            wrong.add(new Fault(
                    number,
                    "",
                    Found.WORDS,
                    "The row has more cells than there are headings.",
                    "Look for a cell that was cut in two, and put it between quotation marks."));
        }
        faults.addAll(wrong);
        if (wrong.isEmpty()) {
            rows.add(row);
        }
    }

    /** Whichever stands most often in the first line. */
    private static char delimiter(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var best = ',';
        for (var sign : new char[] {';', '\t'}) {
            if (count(first, sign) > count(first, best)) {
                best = sign;
            }
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(one -> one == sign).count();
    }
}
