package io.github.sprigfhir.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

/** The mapping of the national record has the rows of the standard, all of them and no others, as it has them. */
class RecordRowTest {

    private static final Path STANDARD =
            Path.of("..", "..", "shared", "data", "prsb", "social-prescribing-v1.1-items.csv");
    private static final Path PAGES = Path.of("pages");

    @Test
    void theRowsAreTheStandards() {
        assumeTrue(
                Files.exists(STANDARD),
                "The standard is not at " + STANDARD + ": the mapping was not compared with it.");

        assertEquals(
                lines(STANDARD, List.of("path", "type", "min", "max", "mro")),
                lines(PAGES.resolve(RecordRow.FILE), List.of("path", "kind", "min", "max", "obligation")));
    }

    @Test
    void theRowsAreNumberedAndEachHasItsPlace() throws IOException {
        var rows = RecordRow.load(PAGES);

        assertEquals(
                IntStream.rangeClosed(1, 355).boxed().toList(),
                rows.stream().map(RecordRow::number).toList());
        assertEquals(
                List.of(),
                rows.stream()
                        .filter(row -> row.profile().isEmpty() || row.where().isEmpty())
                        .toList());
    }

    private static List<String> lines(Path file, List<String> columns) {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build().parse(reader).stream()
                    .map(line -> columns.stream().map(line::get).collect(Collectors.joining("|")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
