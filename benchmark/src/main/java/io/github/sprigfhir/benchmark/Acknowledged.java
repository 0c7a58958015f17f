package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A version of a resource that the server has said it stored.
 *
 * @param address type and id
 * @param status empty where the answer did not say
 */
record Acknowledged(String address, int version, String status) {

    private static final Pattern LOCATION = Pattern.compile("(\\w+/[^/]+)/_history/(\\d+)$");

    /** Those that an answer names: a resource, resources in a Bundle, or the locations of a transaction's response. */
    static Stream<Acknowledged> in(JsonNode answer) {
        if (!answer.path("resourceType").asText().equals("Bundle")) {
            return answer.has("id") ? Stream.of(of(answer)) : Stream.empty();
        }
        return StreamSupport.stream(answer.path("entry").spliterator(), false)
                .flatMap(
                        entry -> entry.has("resource") && entry.path("resource").has("id")
                                ? Stream.of(of(entry.path("resource")))
                                : at(entry.path("response").path("location").asText()));
    }

    private static Acknowledged of(JsonNode resource) {
        return new Acknowledged(
                Moves.address(resource),
                resource.path("meta").path("versionId").asInt(),
                resource.path("status").asText());
    }

    private static Stream<Acknowledged> at(String location) {
        return LOCATION.matcher(location)
                .results()
                .map(found -> new Acknowledged(found.group(1), Integer.parseInt(found.group(2)), ""));
    }
}
