package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes what moves an episode on: JSON Patches, alone or as entries of a transaction, and the call to escalate. */
final class Patches {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Patches() {}

    /** The change of a Task or an offer as an entry of a transaction. */
    static JsonNode patch(String address, ArrayNode operations) {
        var entry = JSON.createObjectNode();
        var data = Base64.getEncoder().encodeToString(operations.toString().getBytes(StandardCharsets.UTF_8));
        entry.putObject("resource")
                .put("resourceType", "Binary")
                .put("contentType", "application/json-patch+json")
                .put("data", data);
        entry.putObject("request").put("method", "PATCH").put("url", address);
        return entry;
    }

    static ArrayNode status(String status) {
        var operations = JSON.createArrayNode();
        operations.addObject().put("op", "replace").put("path", "/status").put("value", status);
        return operations;
    }

    static ArrayNode ended(String status, Coded reason) {
        var operations = status(status);
        var added = operations.addObject().put("op", "add").put("path", "/statusReason");
        coding(added.putObject("value").putArray("coding").addObject(), reason);
        return operations;
    }

    static ArrayNode declined(Coded reason) {
        var operations = status("revoked");
        var extension = operations
                .addObject()
                .put("op", "add")
                .put("path", "/extension")
                .putArray("value")
                .addObject()
                .put("url", "http://hl7.org/fhir/StructureDefinition/request-statusReason");
        coding(extension.putObject("valueCodeableConcept").putArray("coding").addObject(), reason);
        return operations;
    }

    static ArrayNode completed(String words) {
        var operations = status("completed");
        var output = operations
                .addObject()
                .put("op", "add")
                .put("path", "/output")
                .putArray("value")
                .addObject()
                .put("valueString", words);
        coding(
                output.putObject("type").putArray("coding").addObject(),
                new Coded(
                        "https://sprig-fhir.github.io/ig/CodeSystem/handover-output",
                        "what-happened",
                        "What happened"));
        return operations;
    }

    static ObjectNode transaction(List<JsonNode> entries) {
        var bundle = JSON.createObjectNode().put("resourceType", "Bundle").put("type", "transaction");
        bundle.putArray("entry").addAll(entries);
        return bundle;
    }

    static ObjectNode escalation(String seen) {
        var parameters = JSON.createObjectNode().put("resourceType", "Parameters");
        parameters.putArray("parameter").addObject().put("name", "reason").put("valueString", seen);
        return parameters;
    }

    static void coding(JsonNode coding, Coded coded) {
        ((ObjectNode) coding)
                .put("system", coded.system())
                .put("code", coded.code())
                .put("display", coded.display());
    }
}
