package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The answer to a search: what matched, what was included with it, and how many there are in all. */
record Found(JsonNode bundle) {

    static Found in(Reply reply) throws Unexpected {
        return new Found(reply.expect(200).body());
    }

    int total() {
        return bundle.path("total").asInt();
    }

    List<JsonNode> matches() {
        return resources("match");
    }

    JsonNode match(String token) throws Unexpected {
        return matches().stream()
                .filter(resource -> Episode.token(resource).equals(token))
                .findFirst()
                .orElseThrow(() -> new Unexpected(
                        "%s on the first page".formatted(token),
                        "it held %d others".formatted(matches().size())));
    }

    /** The resource that another points at, out of those included. */
    JsonNode included(JsonNode reference) throws Unexpected {
        var wanted = reference.path("reference").asText();
        return resources("include").stream()
                .filter(resource -> wanted.equals(resource.path("resourceType").asText() + "/"
                        + resource.path("id").asText()))
                .findFirst()
                .orElseThrow(() -> new Unexpected("%s included with the matches".formatted(wanted), "it was not"));
    }

    private List<JsonNode> resources(String mode) {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .filter(entry -> entry.path("search").path("mode").asText().equals(mode))
                .map(entry -> entry.path("resource"))
                .toList();
    }
}
