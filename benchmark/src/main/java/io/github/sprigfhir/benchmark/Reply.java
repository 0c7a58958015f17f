package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.benchmark.circle.Circle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What came back. */
record Reply(int status, Map<String, List<String>> headers, String text, JsonNode body) {

    /** The server hides long numbers in what it says, also in the midst of an id. */
    private static final String ID = "[0-9a-fA-F*-]{30,36}";

    /** Every resource in it, however deep. */
    List<JsonNode> resources() {
        var found = new ArrayList<JsonNode>();
        collect(body, found);
        return found;
    }

    private static void collect(JsonNode node, List<JsonNode> found) {
        if (node.isObject() && node.has("resourceType")) {
            found.add(node);
        }
        node.forEach(child -> collect(child, found));
    }

    Stream<JsonNode> entries() {
        return StreamSupport.stream(body.path("entry").spliterator(), false);
    }

    /** The addresses of what a search found, without what it included. */
    List<String> matches() {
        return entries()
                .filter(entry -> entry.at("/search/mode").asText().equals("match"))
                .map(entry -> Moves.address(entry.path("resource")))
                .toList();
    }

    /** The addresses of the records that a search included. */
    List<String> included() {
        return entries()
                .filter(entry -> entry.at("/search/mode").asText().equals("include"))
                .map(entry -> entry.path("resource"))
                .filter(resource ->
                        Circle.isRecord(resource.path("resourceType").asText()))
                .map(Moves::address)
                .toList();
    }

    Optional<String> link(String relation) {
        return StreamSupport.stream(body.path("link").spliterator(), false)
                .filter(link -> link.path("relation").asText().equals(relation))
                .map(link -> link.path("url").asText().replaceFirst("^https?://[^/]+", ""))
                .findFirst();
    }

    /** All that could tell two answers apart, but for what differs between any two: ids, moments, the request's number. */
    String likeness() {
        var telling = Stream.of("etag", "last-modified", "location", "content-location", "content-type", "allow")
                .filter(headers::containsKey)
                .map(name -> name + ": " + headers.get(name))
                .collect(Collectors.joining("\n"));
        return (status + "\n" + telling + "\n" + text)
                .replaceAll(ID, "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-][0-9:]+)?", "MOMENT");
    }
}
