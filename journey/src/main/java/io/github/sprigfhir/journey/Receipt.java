package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The answer to a transaction: what was created, what was known already, and where it all is. */
record Receipt(JsonNode bundle) {

    static Receipt in(Reply reply) throws Unexpected {
        return new Receipt(reply.expect(200).body());
    }

    int created() {
        return (int) responses().stream()
                .filter(response -> response.path("status").asText().startsWith("201"))
                .count();
    }

    int known() {
        return responses().size() - created();
    }

    /** Where each resource is, without its version. */
    List<String> places() {
        return responses().stream()
                .map(response -> response.path("location").asText().replaceFirst("/_history/.*", ""))
                .toList();
    }

    String place(String type) throws Unexpected {
        return places().stream()
                .filter(place -> place.startsWith(type + "/"))
                .findFirst()
                .orElseThrow(() -> new Unexpected("a place for the " + type, places().toString()));
    }

    private List<JsonNode> responses() {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .map(entry -> entry.path("response"))
                .toList();
    }
}
