package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.benchmark.circle.Kept;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes to what the caller does not see, or on its condition; none may succeed, and none may tell that it is there. */
final class Intrusions {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int REFUSED = 400;

    private static final Map<String, List<String>> OPERATIONS = Map.of(
            "ServiceRequest",
            List.of("$handover", "$escalate"),
            "Task",
            List.of("$return"),
            "Subscription",
            List.of("$status"));

    private final Asking asking;

    Intrusions(Asking asking) {
        this.asking = asking;
    }

    /** By its id: replaced, patched, deleted. */
    void byId() throws IOException, InterruptedException {
        var record = hidden();
        var path = "/fhir/" + record.type() + "/";
        Function<String, Call> call =
                switch (asking.dice().nextInt(4)) {
                    case 0 ->
                        id -> Call.of(
                                "PUT", path + id, ((ObjectNode) record.now().deepCopy()).put("id", id));
                    case 1 ->
                        id -> Call.of("PATCH", path + id, Patches.status("cancelled"))
                                .with("Content-Type", Call.JSON_PATCH);
                    case 2 ->
                        id -> Call.of("PATCH", path + id, Patches.status("received"))
                                .with("Content-Type", Call.JSON_PATCH)
                                .with("If-Match", "W/\"1\"");
                    default -> id -> Call.of("DELETE", path + id);
                };
        refused(record, call);
    }

    void operation() throws IOException, InterruptedException {
        var record = hidden();
        var operations = OPERATIONS.getOrDefault(record.type(), List.of("$status", "$return", "$meta"));
        var name = asking.one(operations);
        var parameters = name.equals("$escalate") ? Patches.escalation("danger") : parameters();
        refused(
                record,
                id -> Call.of(
                        "POST",
                        "/fhir/%s/%s/%s".formatted(record.type(), id, name),
                        parameters.toString().replace("$ID", id)));
    }

    private static ObjectNode parameters() {
        var parameters = JSON.objectNode().put("resourceType", "Parameters");
        parameters
                .putArray("parameter")
                .addObject()
                .put("name", "reason")
                .set("valueCodeableConcept", TaskChange.reason("24"));
        return parameters;
    }

    /** In a Bundle, where the rest may tell. */
    void inBundles() throws IOException, InterruptedException {
        var record = hidden();
        var type = asking.one(List.of("batch", "transaction"));
        refused(record, id -> {
            var bundle = JSON.objectNode().put("resourceType", "Bundle").put("type", type);
            bundle.withArray("entry").add(Patches.patch(record.type() + "/" + id, Patches.status("received")));
            bundle.withArray("entry").add(Patches.patch("Task/" + id, Patches.status("accepted")));
            return Call.of("POST", "/fhir", bundle);
        });
    }

    /** On the condition of another's identifier, in a transaction that cannot succeed. */
    void onCondition() throws IOException, InterruptedException {
        var record = hidden();
        var identifier = record.at("/identifier/0/value");
        if (identifier.isEmpty()) {
            return;
        }
        var other = identifier.matches("999\\d{7}")
                ? NhsNumbers.at(400_000 + asking.dice().nextInt(90_000))
                : "NOBODYS-" + asking.nothing();
        var nothing = asking.nothing();
        var method = asking.one(List.of("POST", "PUT", "PATCH", "DELETE"));
        asking.alike(onCondition(record, identifier, method, nothing), onCondition(record, other, method, nothing));
    }

    private Call onCondition(Kept record, String identifier, String method, String nothing) {
        var condition = "identifier=%s|%s".formatted(record.at("/identifier/0/system"), identifier);
        var bundle = JSON.objectNode().put("resourceType", "Bundle").put("type", "transaction");
        var resource = (ObjectNode) record.now().deepCopy();
        resource.remove(List.of("id", "meta"));
        ((ObjectNode) resource.at("/identifier/0")).put("value", identifier);
        if (method.equals("PATCH")) {
            bundle.withArray("entry").add(Patches.patch(record.type() + "?" + condition, Patches.status("received")));
        } else {
            var entry = bundle.withArray("entry").addObject();
            var request = entry.putObject("request").put("method", method);
            if (!method.equals("DELETE")) {
                entry.set("resource", resource);
            }
            if (method.equals("POST")) {
                request.put("url", record.type()).put("ifNoneExist", condition);
            } else {
                request.put("url", record.type() + "?" + condition);
            }
        }
        bundle.withArray("entry").add(Patches.patch("Task/" + nothing, Patches.status("received")));
        return Call.of("POST", "/fhir", bundle).with(Asking.SENT, identifier);
    }

    /** By a reference from something that the caller sends. */
    void byReference() throws IOException, InterruptedException {
        var record = hidden();
        var isPerson = record.type().equals("Patient");
        refused(record, id -> {
            var risk = JSON.objectNode().put("resourceType", "Flag").put("status", "active");
            risk.putArray("identifier")
                    .addObject()
                    .put("system", asking.who().system())
                    .put("value", "INTRUSION");
            risk.putObject("code").put("text", "x");
            risk.putObject("subject").put("reference", (isPerson ? "Patient/" : record.type() + "/") + id);
            return Call.of("POST", "/fhir/Flag", risk);
        });
    }

    /** A record that is there and that the caller does not see. */
    private Kept hidden() {
        var record = asking.record();
        for (var tries = 0; asking.sees(record) && tries < 200; tries++) {
            record = asking.record();
        }
        if (asking.sees(record)) {
            throw new IllegalStateException(asking.who().client() + " sees everything");
        }
        return record;
    }

    private void refused(Kept record, Function<String, Call> call) throws IOException, InterruptedException {
        var reply = asking.likeNothing(record.id(), call);
        asking.expect(
                reply.status() >= REFUSED || reply.body().path("type").asText().equals("batch-response"),
                call.apply(record.id()),
                reply,
                "a write to what is hidden has succeeded");
    }
}
