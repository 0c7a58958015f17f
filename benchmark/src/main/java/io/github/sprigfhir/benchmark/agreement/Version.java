package io.github.sprigfhir.benchmark.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.domain.handover.HandoverState;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One stored version of a resource. */
record Version(JsonNode resource) {

    String type() {
        return resource.path("resourceType").asText();
    }

    String id() {
        return resource.path("id").asText();
    }

    /** Type and id. */
    String address() {
        return type() + "/" + id();
    }

    int number() {
        return resource.path("meta").path("versionId").asInt();
    }

    /** How a Provenance names it. */
    String versionedAddress() {
        return address() + "/_history/" + number();
    }

    String status() {
        return resource.path("status").asText();
    }

    /** Of a Task, if its status is one of the table's. */
    Optional<HandoverState> state() {
        return HandoverState.of(status());
    }

    boolean has(String element) {
        return resource.hasNonNull(element);
    }

    /** Where an element leads, the first if there are several; empty where it is not there. */
    String reference(String element) {
        var value = resource.path(element);
        return (value.isArray() ? value.path(0) : value).path("reference").asText();
    }

    boolean hasCoding(String element, String system, String code) {
        var value = resource.path(element);
        return (value.isArray() ? each(value) : Stream.of(value))
                .flatMap(concept -> each(concept.path("coding")))
                .anyMatch(coding -> coding.path("system").asText().equals(system)
                        && coding.path("code").asText().equals(code));
    }

    Stream<JsonNode> extensions(String url) {
        return each(resource.path("extension"))
                .filter(extension -> extension.path("url").asText().equals(url));
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
