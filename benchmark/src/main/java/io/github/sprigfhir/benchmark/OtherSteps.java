package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.benchmark.Step.Expected;
import io.github.sprigfhir.benchmark.Step.Kind;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Makes the steps of a walk that are no single moves: operations, contacts, new Tasks, and what nobody may do. */
final class OtherSteps {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String WALKS = "https://walks.example/id";
    private static final List<String> REQUEST_STATUSES = List.of("active", "on-hold", "completed", "revoked");

    private final Directory directory;
    private final RandomGenerator dice;
    private final AtomicInteger made;

    /** @param made how many identifiers were given away, for all walks together */
    OtherSteps(Directory directory, RandomGenerator dice, AtomicInteger made) {
        this.directory = directory;
        this.dice = dice;
        this.made = made;
    }

    String service() {
        return directory.services().get(dice.nextInt(directory.services().size()));
    }

    Step note(JsonNode task) {
        var change = new TaskChange(task).noting("They prefer mornings.");
        return new Step(
                Kind.NOTE,
                Call.of("PUT", "/fhir/" + Moves.address(task), change.after()).with("If-Match", Moves.etag(task)),
                Expected.of(!Table.state(task).hasEnded()));
    }

    Step settledElement(JsonNode task) {
        var change = new TaskChange(task).authoredOn("2026-09-08T11:11:00+01:00");
        return new Step(
                Kind.SETTLED_ELEMENT, Call.of("PUT", "/fhir/" + Moves.address(task), change.after()), Expected.REFUSED);
    }

    Step delete(JsonNode task) {
        return new Step(Kind.DELETE, Call.of("DELETE", "/fhir/" + Moves.address(task)), Expected.REFUSED);
    }

    Step giveBack(JsonNode task) {
        var parameters = parameters();
        add(parameters, "reason").set("valueCodeableConcept", TaskChange.reason("24"));
        return new Step(
                Kind.RETURN, Call.of("POST", "/fhir/" + Moves.address(task) + "/$return", parameters), Expected.EITHER);
    }

    Step escalate(JsonNode task) {
        var parameters = parameters();
        add(parameters, "reason").put("valueString", "They said that they cannot go on.");
        return new Step(
                Kind.ESCALATE, Call.of("POST", "/fhir/" + focus(task) + "/$escalate", parameters), Expected.ACCEPTED);
    }

    Step contact(JsonNode task) {
        var attended = dice.nextBoolean();
        var contact = JSON.objectNode().put("resourceType", "Encounter").put("status", "finished");
        var attendance = contact.putArray("extension").addObject();
        attendance
                .put("url", IG + "StructureDefinition/attendance")
                .putObject("valueCoding")
                .put("system", IG + "CodeSystem/attendance")
                .put("code", attended ? "attended" : "did-not-attend");
        contact.putArray("identifier").add(identifier("CONTACT"));
        contact.putObject("class")
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "AMB");
        contact.putArray("type").add(TaskChange.concept(IG + "CodeSystem/contact-mode", "in-person"));
        contact.set("subject", task.path("for").deepCopy());
        contact.putArray("basedOn").add(TaskChange.reference(focus(task)));
        contact.putArray("participant").addObject().set("individual", TaskChange.reference(directory.linkWorker()));
        contact.putObject("period")
                .put("start", "2026-10-%02dT%02d:00:00Z".formatted(1 + dice.nextInt(28), 8 + dice.nextInt(10)));
        if (attended) {
            contact.putObject("length")
                    .put("value", 30)
                    .put("unit", "minutes")
                    .put("system", "http://unitsofmeasure.org")
                    .put("code", "min");
        }
        return new Step(Kind.CONTACT, Call.of("POST", "/fhir/Encounter", contact), Expected.ACCEPTED);
    }

    /** Onward to a service; perhaps instead of this Task. */
    Step handover(JsonNode task, Expected expected) {
        var parameters = parameters();
        add(parameters, "service").set("valueReference", TaskChange.reference(service()));
        add(parameters, "firstContact").set("valueCoding", coding("party", "provider"));
        add(parameters, "nonAttendanceAction").set("valueCoding", coding("non-attendance-action", "contact-person"));
        add(parameters, "outcomesReturned").put("valueBoolean", true);
        add(parameters, "identifier").set("valueIdentifier", identifier("ONWARD"));
        add(parameters, "requester").set("valueReference", TaskChange.reference(directory.linkWorker()));
        if (expected == Expected.EITHER && dice.nextBoolean()) {
            add(parameters, "replaces").set("valueReference", TaskChange.reference(Moves.address(task)));
        }
        return new Step(Kind.HANDOVER, Call.of("POST", "/fhir/" + focus(task) + "/$handover", parameters), expected);
    }

    /** A Task of the same request that waits for somebody to claim it. */
    Step openPool(JsonNode like, Expected expected) {
        ObjectNode task = like.deepCopy();
        task.remove(
                List.of("id", "meta", "text", "owner", "statusReason", "output", "note", "partOf", "businessStatus"));
        task.put("status", "requested");
        task.putArray("identifier").add(identifier("POOL"));
        return new Step(Kind.OPEN_POOL, Call.of("POST", "/fhir/Task", task), expected);
    }

    /** What only Tasks may bring about; a request that has the status already is left as it is. */
    Step requestStatus(JsonNode request) {
        var status = REQUEST_STATUSES.get(dice.nextInt(REQUEST_STATUSES.size()));
        var changes = !status.equals(request.path("status").asText());
        return new Step(
                Kind.REQUEST_STATUS,
                Call.of(
                                "PATCH",
                                "/fhir/" + Moves.address(request),
                                "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"%s\"}]".formatted(status))
                        .with("Content-Type", Call.JSON_PATCH)
                        .with("If-Match", Moves.etag(request)),
                Expected.of(!changes));
    }

    static String focus(JsonNode task) {
        return task.path("focus").path("reference").asText();
    }

    private ObjectNode identifier(String kind) {
        return JSON.objectNode().put("system", WALKS).put("value", kind + "-" + made.incrementAndGet());
    }

    private static ObjectNode parameters() {
        return JSON.objectNode().put("resourceType", "Parameters");
    }

    private static ObjectNode add(ObjectNode parameters, String name) {
        return parameters.withArray("parameter").addObject().put("name", name);
    }

    private static ObjectNode coding(String system, String code) {
        return JSON.objectNode().put("system", IG + "CodeSystem/" + system).put("code", code);
    }
}
