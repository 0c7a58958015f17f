package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.function.Consumer;

/** A handover Task as its owner works it: found in the worklist, then moved, each move against the version last seen. */
final class Handover {

    private static final String OUTPUTS = "https://sprig-fhir.github.io/ig/CodeSystem/handover-output";

    private final Http http;
    private final String identifier;
    private final String owner;
    private ObjectNode task = new ObjectMapper().createObjectNode();

    Handover(Http http, String identifier, String owner) {
        this.http = http;
        this.identifier = identifier;
        this.owner = owner;
    }

    /** Looks through the owner's new handovers, most pressing first, and finds this one among them. */
    Answer findInWorklist() throws Unexpected, InterruptedException {
        var reply = http.get(
                "/fhir/Task",
                "owner:HealthcareService.identifier=" + owner,
                "status=requested",
                "_include=Task:focus",
                "_include=Task:requester",
                "_include:iterate=PractitionerRole:organization",
                "_sort=due,-_lastUpdated",
                "_total=accurate");
        var worklist = Found.in(reply);
        see(worklist.match(identifier));
        var referral = worklist.included(task.path("focus"));
        var sender = worklist.included(worklist.included(task.path("requester")).path("organization"));
        return new Answer(
                reply,
                "%s waiting: %s, from %s, acknowledge by %s"
                        .formatted(
                                Words.count(worklist.total(), "referral"),
                                Words.concepts(referral.path("reasonCode")),
                                sender.path("name").asText(),
                                Words.day(
                                        task.path("restriction").path("period").path("end"))));
    }

    /** Changes nothing but the status. */
    Answer patch(String status) throws Unexpected, InterruptedException {
        return moved(http.patch(path(), etag(version()), newStatus(status)), status);
    }

    /** Tries to move the handover as someone would who has not looked at it since it was sent; must be refused. */
    Answer patchFirstVersion(String status) throws Unexpected, InterruptedException {
        var reply = http.patch(path(), etag("1"), newStatus(status)).expect(412);
        return new Answer(reply, reply.said());
    }

    private static ArrayNode newStatus(String status) {
        var operations = new ObjectMapper().createArrayNode();
        operations.addObject().put("op", "replace").put("path", "/status").put("value", status);
        return operations;
    }

    Answer put(String status) throws Unexpected, InterruptedException {
        return put(status, outputs -> {});
    }

    /** Sends the whole Task back with its new status, and with what came of it. */
    Answer put(String status, Consumer<ArrayNode> addOutputs) throws Unexpected, InterruptedException {
        var changed = task.deepCopy();
        changed.put("status", status);
        var outputs = new ObjectMapper().createArrayNode();
        addOutputs.accept(outputs);
        if (!outputs.isEmpty()) {
            changed.set("output", outputs);
        }
        return moved(http.put(path(), etag(version()), changed), status);
    }

    /** One more output of this kind, whose value the caller sets. */
    static ObjectNode output(ArrayNode outputs, String kind) {
        var output = outputs.addObject();
        output.putObject("type")
                .putArray("coding")
                .addObject()
                .put("system", OUTPUTS)
                .put("code", kind);
        return output;
    }

    private Answer moved(Reply reply, String status) throws Unexpected {
        var before = task.path("status").asText();
        reply.expect(200);
        var now = reply.body().path("status").asText();
        Unexpected.unless(now.equals(status), "the Task " + status, "it is " + now);
        see(reply.body());
        return new Answer(reply, "%s -> %s, version %s".formatted(before, status, version()));
    }

    private void see(JsonNode seen) throws Unexpected {
        if (seen instanceof ObjectNode object) {
            task = object;
        } else {
            throw new Unexpected("a Task", seen.toString());
        }
    }

    String path() {
        return "/fhir/Task/" + task.path("id").asText();
    }

    private String version() {
        return task.path("meta").path("versionId").asText();
    }

    private static String etag(String version) {
        return "W/\"%s\"".formatted(version);
    }
}
