package io.github.sprigfhir.app.running;

import java.util.List;

/** Writes patches, and entries of Bundles, as JSON. */
final class Changes {

    private Changes() {}

    static String fhirPathDelete(String path) {
        return fhirPath("""
                {"name": "type", "valueCode": "delete"}, {"name": "path", "valueString": "%s"}""".formatted(path));
    }

    static String fhirPathReplace(String path, String valueCode) {
        return fhirPath("""
                {"name": "type", "valueCode": "replace"}, {"name": "path", "valueString": "%s"},
                {"name": "value", "valueCode": "%s"}""".formatted(path, valueCode));
    }

    private static String fhirPath(String parts) {
        return """
                {"resourceType": "Parameters", "parameter": [{"name": "operation", "part": [%s]}]}""".formatted(parts);
    }

    /** An entry; the resource is left out where it is empty, and conditions are members such as {@code "ifNoneExist"}. */
    static String entry(String method, String url, String resource, String... conditions) {
        var more = conditions.length == 0 ? "" : ", " + String.join(", ", conditions);
        return "{%s\"request\": {\"method\": \"%s\", \"url\": \"%s\"%s}}"
                .formatted(resource.isEmpty() ? "" : "\"resource\": " + resource + ", ", method, url, more);
    }

    static String bundle(String type, String... entries) {
        return "{\"resourceType\": \"Bundle\", \"type\": \"%s\", \"entry\": [%s]}"
                .formatted(type, String.join(", ", List.of(entries)));
    }
}
