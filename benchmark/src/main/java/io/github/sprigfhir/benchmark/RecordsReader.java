package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.benchmark.agreement.History;
import io.github.sprigfhir.benchmark.agreement.Records;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads all that a server has on record of its episodes, by FHIR's own search and history. */
final class RecordsReader {

    private static final int PAGE = 200;

    private final FhirServer server;

    RecordsReader(FhirServer server) {
        this.server = server;
    }

    Records read() throws IOException, InterruptedException {
        return new Records(
                histories("Task"),
                histories("ServiceRequest"),
                all("Provenance"),
                all("Observation"),
                all("Communication"),
                all("Encounter"));
    }

    private List<JsonNode> all(String type) throws IOException, InterruptedException {
        return server.all("/fhir/%s?_sort=_id&_count=%d".formatted(type, PAGE));
    }

    private List<History> histories(String type) throws IOException, InterruptedException {
        var histories = new ArrayList<History>();
        for (var resource : all(type)) {
            histories.add(
                    History.of(server.all("/fhir/%s/_history?_count=%d".formatted(Moves.address(resource), PAGE))));
        }
        return histories;
    }
}
