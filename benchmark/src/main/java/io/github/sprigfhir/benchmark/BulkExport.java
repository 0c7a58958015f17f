package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Takes the released copies of a project away by Bulk Data Access. */
final class BulkExport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "^https?://[^/]+";

    private final FhirServer researcher;

    BulkExport(FhirServer researcher) {
        this.researcher = researcher;
    }

    /**
     * Begins an export.
     *
     * @param asked such as {@code $export?_type=Patient}
     * @return where its state is asked for
     */
    String begin(String asked) throws IOException, InterruptedException {
        var answer = researcher.send(Call.of("GET", "/fhir/" + asked).with("Prefer", "respond-async"));
        return answer.headers()
                .firstValue("Content-Location")
                .map(address -> address.replaceFirst(ROOT, ""))
                .orElseThrow(() -> new IOException("%s: %d %s".formatted(asked, answer.statusCode(), answer.body())));
    }

    /** The manifest, once it is finished. */
    JsonNode manifest(String state) throws IOException, InterruptedException {
        var answer = researcher.send(Call.of("GET", state));
        while (answer.statusCode() == 202) {
            TimeUnit.MILLISECONDS.sleep(200);
            answer = researcher.send(Call.of("GET", state));
        }
        if (answer.statusCode() != 200) {
            throw new IOException("%s: %d %s".formatted(state, answer.statusCode(), answer.body()));
        }
        return researcher.read(answer);
    }

    /**
     * Writes every file into a folder, as {@code Patient.0.ndjson}.
     *
     * @return how many resources there are, by the manifest
     */
    int save(JsonNode manifest, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var resources = 0;
        for (var file : manifest.path("output")) {
            var type = file.path("type").asText();
            var number = Stream.iterate(0, next -> next + 1)
                    .filter(next -> !Files.exists(folder.resolve(name(type, next))))
                    .findFirst()
                    .orElseThrow();
            researcher.save(file.path("url").asText().replaceFirst(ROOT, ""), folder.resolve(name(type, number)));
            resources += file.path("count").asInt();
        }
        return resources;
    }

    private static String name(String type, int number) {
        return "%s.%d.ndjson".formatted(type, number);
    }

    /** All resources of all files, as they are given now. */
    List<JsonNode> resources(JsonNode manifest) throws IOException, InterruptedException {
        var found = new ArrayList<JsonNode>();
        for (var file : manifest.path("output")) {
            var answer =
                    researcher.send(Call.of("GET", file.path("url").asText().replaceFirst(ROOT, "")));
            if (answer.statusCode() != 200) {
                throw new IOException("%s: %d %s".formatted(file, answer.statusCode(), answer.body()));
            }
            for (var line : answer.body().lines().toList()) {
                found.add(JSON.readTree(line));
            }
        }
        return found;
    }
}
