package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A client of Bulk Data Access. */
record Bulk(Server server) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The ids of all that is exported. */
    Set<String> export(String asked) throws InterruptedException {
        return found(manifest(begin(asked)));
    }

    /** The address of the state of an export that is begun. */
    String begin(String asked) {
        return state(server.get(asked, "Prefer", "respond-async"));
    }

    static String state(Answer begun) {
        return begun.hasStatus(202).header("Content-Location").replaceFirst(".*/fhir/", "");
    }

    JsonNode manifest(String state) throws InterruptedException {
        for (int tried = 0; tried < 150; tried++) {
            var answer = server.get(state);
            if (answer.status() == 200) {
                return json(answer.body());
            }
            assertThat(answer.hasStatus(202).header("X-Progress")).isNotEmpty();
            Thread.sleep(200);
        }
        throw new AssertionError("not finished");
    }

    /** The ids in all files. */
    Set<String> found(JsonNode manifest) {
        var found = new TreeSet<String>();
        for (var file : manifest.get("output")) {
            lines(manifest, file.get("type").asText())
                    .forEach(line -> found.add(line.get("id").asText()));
        }
        return found;
    }

    /** The resources of one type; none where there is no file of it. */
    List<JsonNode> lines(JsonNode manifest, String type) {
        for (var file : manifest.get("output")) {
            if (file.get("type").asText().equals(type)) {
                var address = file.get("url").asText().replaceFirst(".*/fhir/", "");
                return server.get(address)
                        .hasStatus(200)
                        .body()
                        .lines()
                        .map(Bulk::json)
                        .toList();
            }
        }
        return List.of();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
