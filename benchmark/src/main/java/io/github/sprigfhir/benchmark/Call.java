package io.github.sprigfhir.benchmark;

import java.util.HashMap;
import java.util.Map;

/**
 * One request.
 *
 * @param path with the query, from the server's root
 * @param body empty where there is none
 */
record Call(String method, String path, String body, Map<String, String> headers) {

    static final String FHIR = "application/fhir+json";
    static final String JSON_PATCH = "application/json-patch+json";

    static Call of(String method, String path) {
        return new Call(method, path, "", Map.of());
    }

    static Call of(String method, String path, Object body) {
        return new Call(method, path, body.toString(), Map.of("Content-Type", FHIR));
    }

    Call with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, body, Map.copyOf(more));
    }

    @Override
    public String toString() {
        return "%s %s %s%n%s".formatted(method, path, headers, body);
    }
}
