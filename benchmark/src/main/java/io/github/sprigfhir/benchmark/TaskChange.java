package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Elements of a Task that are to be set, and the ways of asking for it. */
final class TaskChange {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BARS = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";
    private static final String OUTPUT = "https://sprig-fhir.github.io/ig/CodeSystem/handover-output";

    private final JsonNode before;
    private final Map<String, JsonNode> set = new LinkedHashMap<>();

    TaskChange(JsonNode before) {
        this.before = before;
    }

    static ObjectNode reason(String code) {
        return concept(BARS, code);
    }

    static ObjectNode concept(String system, String code) {
        var concept = JSON.objectNode();
        concept.putArray("coding").addObject().put("system", system).put("code", code);
        return concept;
    }

    static ObjectNode reference(String address) {
        return JSON.objectNode().put("reference", address);
    }

    TaskChange status(String code) {
        set.put("status", JSON.textNode(code));
        return this;
    }

    TaskChange because(String code) {
        set.put("statusReason", reason(code));
        return this;
    }

    TaskChange saying(String whatHappened) {
        var output = JSON.arrayNode();
        output.addObject().put("valueString", whatHappened).set("type", concept(OUTPUT, "what-happened"));
        set.put("output", output);
        return this;
    }

    TaskChange owner(String address) {
        set.put("owner", reference(address));
        return this;
    }

    TaskChange noting(String text) {
        var notes = JSON.arrayNode();
        before.path("note").forEach(notes::add);
        notes.addObject().put("text", text);
        set.put("note", notes);
        return this;
    }

    TaskChange authoredOn(String moment) {
        set.put("authoredOn", JSON.textNode(moment));
        return this;
    }

    /** The whole Task as it is to be. */
    ObjectNode after() {
        ObjectNode after = before.deepCopy();
        set.forEach(after::set);
        return after;
    }

    String jsonPatch() {
        var patch = JSON.arrayNode();
        set.forEach((element, value) ->
                patch.addObject().put("op", "add").put("path", "/" + element).set("value", value));
        return patch.toString();
    }

    ObjectNode fhirPathPatch() {
        var parameters = JSON.objectNode().put("resourceType", "Parameters");
        var operations = parameters.putArray("parameter");
        set.forEach((element, value) -> {
            var parts = operations.addObject().put("name", "operation").putArray("part");
            var there = before.has(element);
            parts.addObject().put("name", "type").put("valueCode", there ? "replace" : "add");
            parts.addObject().put("name", "path").put("valueString", there ? "Task." + element : "Task");
            if (!there) {
                parts.addObject().put("name", "name").put("valueString", element);
            }
            parts.addObject().put("name", "value").set(typeOf(element), value);
        });
        return parameters;
    }

    /** What a FHIRPath Patch of ours can set; more would need parts of parts. */
    private static String typeOf(String element) {
        return switch (element) {
            case "status" -> "valueCode";
            case "statusReason" -> "valueCodeableConcept";
            case "owner" -> "valueReference";
            default -> throw new IllegalArgumentException("no FHIRPath Patch of " + element);
        };
    }
}
