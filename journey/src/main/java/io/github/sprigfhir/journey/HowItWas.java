package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.COMMISSIONER;
import static io.github.sprigfhir.journey.Who.LINK_WORKER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the person says of the service, and what nobody could offer; whoever pays for services is told in counts. */
final class HowItWas {

    private static final String NEED = "bereavement";

    private final Scene scene;

    HowItWas(Scene scene) {
        this.scene = scene;
    }

    Chapter chapter() {
        return new Chapter(
                "How it was, and what is missing",
                List.of(
                        new Step(LINK_WORKER, "Asks the person how the walking group was.", this::askHowItWas),
                        new Step(LINK_WORKER, "Records a need for which there is nothing near.", this::recordGap),
                        new Step(
                                COMMISSIONER,
                                "Asks what was missing last summer; small numbers are masked.",
                                this::report)));
    }

    private Answer askHowItWas() throws Unexpected, InterruptedException {
        var said = aboutThePerson(scene.examples().experience(), scene.onward().focus());
        point(said.path("source"), person());
        point(said.path("author"), scene.episode().linkWorker());
        var reply = scene.linkWorker().post("/fhir/QuestionnaireResponse", said).expect(201);
        var answer = said.path("item").path(0).path("answer").path(0).path("valueCoding");
        var words = said.path("item").path(2).path("answer").path(0).path("valueString");
        return new Answer(reply, "%s: \"%s\"".formatted(answer.path("display").asText(), words.asText()));
    }

    private Answer recordGap() throws Unexpected, InterruptedException {
        var need = aboutThePerson(scene.examples().unmetNeed(), scene.handover().focus());
        var reply = scene.linkWorker().post("/fhir/Observation", need).expect(201);
        var why = need.path("component").path(0).path("valueCodeableConcept");
        return new Answer(
                reply,
                "%s; why nothing suited: %s"
                        .formatted(
                                need.path("valueCodeableConcept")
                                        .path("coding")
                                        .path(0)
                                        .path("display")
                                        .asText(),
                                why.path("coding").path(0).path("display").asText()));
    }

    /** What was recorded just now is among them where nobody has asked before: a report is told once. */
    private Answer report() throws Unexpected, InterruptedException {
        var reply = scene.commissioner()
                .get("/fhir/Measure/unmet-need/$evaluate-measure", "periodStart=2026-07-01", "periodEnd=2026-09-30")
                .expect(200);
        var group = StreamSupport.stream(reply.body().path("group").spliterator(), false)
                .filter(one -> one.toString().contains("\"" + NEED + "\""))
                .findFirst()
                .orElseThrow(() -> new Unexpected("a group for " + NEED, "there is none"));
        var count = count(group.path("population").path(0));
        return new Answer(reply, "Unmet for want of a service: %s, %s times".formatted(NEED, count));
    }

    /** How many a report tells of. */
    static String count(JsonNode population) {
        return population.path("count").isMissingNode()
                ? "fewer than five"
                : "about " + population.path("count").asText();
    }

    ObjectNode aboutThePerson(JsonNode example, String request) {
        var record = (ObjectNode) example.deepCopy();
        record.remove(List.of("id", "meta"));
        point(record.path("basedOn").path(0), request);
        point(record.path("subject"), person());
        return record;
    }

    String person() {
        return "Patient?identifier=" + scene.episode().nhsNumber();
    }

    static void point(JsonNode element, String reference) {
        ((ObjectNode) element).put("reference", reference);
    }
}
