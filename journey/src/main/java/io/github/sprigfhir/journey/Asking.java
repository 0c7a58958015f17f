package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the Parameters with which an operation is called. */
final class Asking {

    private static final String IG = "https://sprig-fhir.github.io/ig/CodeSystem/";

    private static final String CAPACITY =
            "HealthcareService.extension('https://sprig-fhir.github.io/ig/StructureDefinition/service-capacity')"
                    + ".extension('status').value";

    private final ObjectNode parameters = new ObjectMapper().createObjectNode().put("resourceType", "Parameters");
    private final ArrayNode list = parameters.putArray("parameter");

    /** What {@code $handover} needs: the service, the terms, and the identifier of what is made, both as tokens. */
    static Asking toHandOver(String service, String identifier) {
        var asking = new Asking()
                .reference("service", Episode.service(service))
                .coding("firstContact", "party", "provider")
                .coding("nonAttendanceAction", "non-attendance-action", "tell-link-worker");
        asking.named("outcomesReturned").put("valueBoolean", true);
        asking.named("returnUntil").put("valueDate", "2027-03-14");
        var bar = identifier.indexOf('|');
        asking.named("identifier")
                .putObject("valueIdentifier")
                .put("system", identifier.substring(0, bar))
                .put("value", identifier.substring(bar + 1));
        return asking;
    }

    /** What {@code $escalate} needs: what was seen, in words. */
    static Asking toEscalate(String seen) {
        var asking = new Asking();
        asking.named("reason").put("valueString", seen);
        return asking;
    }

    /** What a FHIRPath Patch needs to give a service another capacity status. */
    static Asking toState(String capacity) {
        var asking = new Asking();
        var parts = asking.named("operation").putArray("part");
        parts.addObject().put("name", "type").put("valueCode", "replace");
        parts.addObject().put("name", "path").put("valueString", CAPACITY);
        parts.addObject()
                .put("name", "value")
                .putObject("valueCoding")
                .put("system", IG + "capacity-status")
                .put("code", capacity);
        return asking;
    }

    Asking reference(String name, String reference) {
        named(name).putObject("valueReference").put("reference", reference);
        return this;
    }

    private Asking coding(String name, String codeSystem, String code) {
        named(name).putObject("valueCoding").put("system", IG + codeSystem).put("code", code);
        return this;
    }

    private ObjectNode named(String name) {
        return list.addObject().put("name", name);
    }

    ObjectNode parameters() {
        return parameters;
    }
}
