package io.github.sprigfhir.benchmark.circle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether a record is shown to a provider in part as the guide says it: what a handover needs, and no more. */
public final class Minimum {

    private static final Set<String> EVERYWHERE = Set.of("resourceType", "id", "meta", "identifier");
    private static final Set<String> MASKED_OF_A_PATIENT =
            Set.of("identifier", "birthDate", "address", "generalPractitioner");

    private static final Map<String, Set<String>> SHOWN = Map.of(
            "Patient",
            Set.of("active", "name", "telecom", "communication"),
            "ServiceRequest",
            Set.of(
                    "extension",
                    "basedOn",
                    "status",
                    "intent",
                    "category",
                    "priority",
                    "code",
                    "subject",
                    "authoredOn",
                    "requester",
                    "performer",
                    "reasonCode",
                    "note"),
            "Task",
            Set.of(
                    "extension",
                    "status",
                    "statusReason",
                    "businessStatus",
                    "intent",
                    "priority",
                    "code",
                    "focus",
                    "for",
                    "authoredOn",
                    "lastModified",
                    "requester",
                    "owner",
                    "note",
                    "restriction",
                    "output"),
            "Flag",
            Set.of("status", "category", "code", "subject", "period"),
            "Encounter",
            Set.of(
                    "extension",
                    "status",
                    "class",
                    "type",
                    "subject",
                    "basedOn",
                    "participant",
                    "period",
                    "length",
                    "serviceProvider"),
            "Observation",
            Set.of(
                    "extension",
                    "basedOn",
                    "status",
                    "category",
                    "code",
                    "subject",
                    "effectiveDateTime",
                    "effectivePeriod",
                    "performer",
                    "valueQuantity",
                    "valueInteger",
                    "valueString",
                    "valueCodeableConcept",
                    "component"),
            "Communication",
            Set.of(
                    "basedOn",
                    "status",
                    "category",
                    "subject",
                    "about",
                    "sent",
                    "recipient",
                    "sender",
                    "reasonCode",
                    "payload"),
            "Provenance",
            Set.of("target", "recorded", "activity", "agent"));

    private static final Map<String, Set<String>> MASKED = Map.of(
            "Patient", MASKED_OF_A_PATIENT, "ServiceRequest", Set.of("supportingInfo"), "Flag", Set.of("author"));

    private Minimum() {}

    /** What is shown and should not be, or is not marked as it should be; nothing where all is well. */
    public static Optional<String> fault(JsonNode resource) {
        var type = resource.path("resourceType").asText();
        if (type.equals("Subscription")) {
            return Optional.empty();
        }
        if (!SHOWN.containsKey(type)) {
            return Optional.of("providers see no " + type);
        }
        var masked = MASKED.getOrDefault(type, Set.of());
        return Stream.of(
                        names(resource)
                                .filter(name -> !masked.contains(name))
                                .filter(name -> !EVERYWHERE.contains(name))
                                .filter(name -> !SHOWN.get(type).contains(name))
                                .map(name -> type + "." + name + " is shown to a provider"),
                        masked.stream()
                                .filter(name -> !isMasked(resource, name))
                                .map(name -> type + "." + name + " is not masked"),
                        names(resource.path("meta"))
                                .filter(name -> !Set.of("versionId", "lastUpdated", "tag")
                                        .contains(name))
                                .map(name -> type + ".meta." + name + " is shown to a provider"),
                        named(resource, "").map(path -> type + path + " says more than whom it refers to"))
                .flatMap(faults -> faults)
                .findFirst();
    }

    /** Names of elements; of what is said about a primitive, the primitive's. */
    private static Stream<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .map(name -> name.startsWith("_") ? name.substring(1) : name);
    }

    /** Absent or empty, as where a client asked for some elements only, or with nothing but the reason why not. */
    private static boolean isMasked(JsonNode resource, String name) {
        return Stream.of(resource.path(name), resource.path("_" + name))
                .flatMap(Kept::each)
                .filter(one -> !one.isMissingNode())
                .allMatch(one -> (one.isContainerNode() && one.isEmpty())
                        || (one.size() == 1
                                && one.path("extension").size() == 1
                                && one.at("/extension/0/valueCode").asText().equals("masked")));
    }

    private static Stream<String> named(JsonNode node, String path) {
        if (node.isArray()) {
            return Kept.each(node).flatMap(one -> named(one, path));
        }
        if (!node.isObject()) {
            return Stream.empty();
        }
        var isReference = node.has("reference");
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .flatMap(name -> isReference && (name.equals("display") || name.equals("identifier"))
                        ? Stream.of(path + "." + name)
                        : named(node.path(name), path + "." + name));
    }
}
