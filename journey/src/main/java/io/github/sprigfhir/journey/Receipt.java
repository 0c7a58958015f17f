package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The answer to a transaction: what was created, what was known already, and where it all is. */
record Receipt(JsonNode bundle) {

    /** The receipt for a transaction, which must answer every entry that was sent. */
    static Receipt in(Reply reply, JsonNode sent) throws Unexpected {
        var receipt = new Receipt(reply.expect(200).body());
        var answers = receipt.responses().size();
        var entries = sent.path("entry").size();
        Unexpected.unless(answers == entries, "%d entries answered".formatted(entries), "%d were".formatted(answers));
        return receipt;
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
