package io.github.sprigfhir.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A row of the Social Prescribing Information Standard, and where FHIR has it.
 *
 * @param path the headings that lead to it, outermost first
 * @param many how often it may be there, such as 0..1
 * @param obligation what the standard asks: M, R or nothing
 * @param profile the id of the profile that has it
 * @param from by which way resources of the profile belong to the record, as FHIRPath; empty where all of them do
 * @param where in such a resource it stands, as FHIRPath
 */
record RecordRow(
        int number,
        List<String> path,
        String many,
        String obligation,
        String profile,
        String from,
        String where,
        String type,
        String binding,
        String note) {

    static final String FILE = "national-record.csv";

    static List<RecordRow> load(Path folder) throws IOException {
        try (var reader = Files.newBufferedReader(folder.resolve(FILE), StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build().parse(reader).stream()
                    .map(RecordRow::of)
                    .toList();
        }
    }

    /** Its own heading, without those above it. */
    String heading() {
        return path.get(path.size() - 1);
    }

    private static RecordRow of(CSVRecord line) {
        return new RecordRow(
                Integer.parseInt(line.get("row")),
                List.of(line.get("path").split(" > ")),
                line.get("min") + ".." + line.get("max"),
                line.get("obligation"),
                line.get("profile"),
                line.get("from"),
                line.get("fhirpath"),
                line.get("type"),
                line.get("binding"),
                line.get("note"));
    }
}
