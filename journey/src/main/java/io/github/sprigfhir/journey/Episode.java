package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads out of the example transactions by which names the parties know the people, services and records. */
record Episode(Examples examples) {

    /** A resource of this type in a transaction; the examples hold at most one of a type that is asked for. */
    static JsonNode resource(JsonNode bundle, String type) {
        return resources(bundle)
                .filter(resource -> resource.path("resourceType").asText().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The example has no " + type));
    }

    private static Stream<JsonNode> resources(JsonNode bundle) {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false).map(entry -> entry.path("resource"));
    }

    /** The first identifier of a resource as a search token, {@code system|value}. */
    static String token(JsonNode resource) {
        var identifier = resource.path("identifier").path(0);
        return identifier.path("system").asText() + "|"
                + identifier.path("value").asText();
    }

    String nhsNumber() {
        return token(resource(examples.gpReferral(), "Patient"));
    }

    String referral() {
        return token(resource(examples.gpReferral(), "ServiceRequest"));
    }

    String linkWorkerService() {
        return owner(examples.gpReferral());
    }

    String walkingGroup() {
        return owner(examples.onwardReferral());
    }

    private static String owner(JsonNode bundle) {
        var reference = resource(bundle, "Task").path("owner").path("reference").asText();
        return reference.substring(reference.indexOf('=') + 1);
    }

    /** The community service that the story only mentions: somewhere else to go when the walking group is full. */
    String choir() {
        return resources(examples.directory())
                .filter(resource -> resource.path("resourceType").asText().equals("HealthcareService"))
                .map(Episode::token)
                .filter(service -> !service.equals(linkWorkerService()) && !service.equals(walkingGroup()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The example directory has no third service"));
    }

    /** How the GP refers to themselves: a reference by identifier. */
    String gp() {
        return requester(examples.gpReferral());
    }

    /** How the link worker refers to themselves. */
    String linkWorker() {
        return requester(examples.onwardReferral());
    }

    private static String requester(JsonNode bundle) {
        return resource(bundle, "Task").path("requester").path("reference").asText();
    }

    /** A reference to a service that is known by this token. */
    static String service(String token) {
        return "HealthcareService?identifier=" + token;
    }

    String offer() {
        return token(resource(examples.offer(), "ServiceRequest"));
    }

    String handover() {
        return token(resource(examples.gpReferral(), "Task"));
    }

    String onwardHandover() {
        return token(resource(examples.onwardReferral(), "Task"));
    }

    JsonNode baseline() {
        return resource(examples.onwardReferral(), "Observation");
    }

    JsonNode exit() {
        return resource(examples.exitOutcome(), "Observation");
    }
}
