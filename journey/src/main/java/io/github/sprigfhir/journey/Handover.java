package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    /** Finds the handover among those that are overdue on the day after the one by which it is to be acknowledged. */
    Answer findOverdue() throws Unexpected, InterruptedException {
        var end = LocalDate.parse(
                task.path("restriction").path("period").path("end").asText().substring(0, 10));
        var reply = http.get(
                "/fhir/Task",
                "owner:HealthcareService.identifier=" + owner,
                "status=requested",
                "due=lt" + end.plusDays(1),
                "_sort=-due,-_lastUpdated",
                "_total=accurate");
        var overdue = Found.in(reply);
        overdue.match(identifier);
        return new Answer(
                reply,
                "%s would be overdue then; this one was to be acknowledged by %s"
                        .formatted(Words.count(overdue.total(), "referral"), Words.day(end)));
    }

    /** From the worklist to the work: the three moves that a service makes when all is well. */
    Answer takeOn() throws Unexpected, InterruptedException {
        findInWorklist();
        patch("received");
        patch("accepted");
        return new Answer(
                patch("in-progress").reply(),
                "requested -> received -> accepted -> in-progress, version %s".formatted(version()));
    }

    /** From the worklist back to whoever asked; from then on the service sees nothing of it, not in the answer either. */
    Answer refuse(String system, String code, String display) throws Unexpected, InterruptedException {
        findInWorklist();
        patch("received");
        var operations = newStatus("rejected");
        operations
                .addObject()
                .put("op", "add")
                .put("path", "/statusReason")
                .putObject("value")
                .putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code)
                .put("display", display);
        var reply = http.patch(path(), etag(version()), operations).expect(200);
        read().expect(404);
        return new Answer(reply, "requested -> received -> rejected, and out of the service's sight");
    }

    /** Says by which day the owner will look at the handover again. */
    Answer review(String day) throws Unexpected, InterruptedException {
        // What has happened meanwhile, a flag for instance, has made another version.
        see(http.get(path()).expect(200).body());
        var operations = new ObjectMapper().createArrayNode();
        operations
                .addObject()
                .put("op", "add")
                .put("path", "/extension")
                .putArray("value")
                .addObject()
                .put("url", "https://sprig-fhir.github.io/ig/StructureDefinition/review-by")
                .put("valueDate", day);
        var reply = http.patch(path(), etag(version()), operations).expect(200);
        see(reply.body());
        return new Answer(reply, "To be looked at again by " + Words.day(LocalDate.parse(day)));
    }

    /** Looks, as its owner, through handovers of a kind, and finds this one among them. */
    Answer findAmong(String kind, String... criteria) throws Unexpected, InterruptedException {
        var parameters = new ArrayList<String>(List.of(criteria));
        parameters.add("owner:HealthcareService.identifier=" + owner);
        parameters.addAll(List.of("_sort=-_lastUpdated", "_total=accurate"));
        var reply = http.get("/fhir/Task", parameters.toArray(String[]::new));
        var found = Found.in(reply);
        found.match(identifier);
        return new Answer(reply, Words.count(found.total(), kind) + ", this one among them");
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

    /** Tries to move what has ended; must be refused. */
    Answer patchEnded(String status) throws Unexpected, InterruptedException {
        var reply = http.patch(path(), etag(version()), newStatus(status)).expect(422);
        Unexpected.unless(reply.said().contains("ended"), "words that say it has ended", reply.said());
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

    /** The handover as its owner reads it now. */
    Reply read() throws Unexpected, InterruptedException {
        return http.get(path());
    }

    /** Where the referral is that this handover is about. */
    String focus() {
        return task.path("focus").path("reference").asText();
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
