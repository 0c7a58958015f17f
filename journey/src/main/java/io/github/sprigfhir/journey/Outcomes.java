package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.GP_PRACTICE;
import static io.github.sprigfhir.journey.Who.LINK_WORKER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.List;
import java.util.stream.StreamSupport;

/** Wellbeing is measured again, the link worker finishes, and the GP reads what came of the referral. */
final class Outcomes {

    private final Scene scene;
    private final GpRecord record;
    private String exitPlace = "";

    Outcomes(Scene scene) {
        this.scene = scene;
        this.record = new GpRecord(scene.gp());
    }

    Chapter chapter() {
        return new Chapter(
                "What came of it",
                List.of(
                        new Step(LINK_WORKER, "Reads what the walking group wrote.", this::readOnwardHandover),
                        new Step(LINK_WORKER, "Records wellbeing after.", this::recordExit),
                        new Step(
                                LINK_WORKER,
                                "Completes the GP's handover, with the outcome as its output.",
                                () -> scene.handover().put("completed", this::result)),
                        new Step(GP_PRACTICE, "Reads the handover that it sent.", this::readHandover),
                        new Step(GP_PRACTICE, "Reads the outcomes of its referral.", this::readOutcomes),
                        new Step(
                                GP_PRACTICE,
                                "Reads the feedback that the server wrote when all of it had ended.",
                                () -> record.feedback(scene.handover().focus(), "completed")),
                        new Step(
                                GP_PRACTICE,
                                "Reads which codes to file in the person's record.",
                                () -> record.codes(
                                        scene.handover().focus(), GpRecord.REFERRED, GpRecord.SEEN, GpRecord.CLOSED)),
                        new Step(
                                GP_PRACTICE,
                                "Reads who did what with its handover.",
                                () -> record.moves(
                                        scene.handover().path(),
                                        "request",
                                        "receive",
                                        "accept",
                                        "start",
                                        "complete"))));
    }

    /** The whole-number answer to an ONS4 question. */
    static String score(JsonNode observation) {
        return observation.path("valueQuantity").path("value").asText();
    }

    private Answer readOnwardHandover() throws Unexpected, InterruptedException {
        return whatHappened(scene.linkWorker().get(scene.onward().path()));
    }

    private Answer recordExit() throws Unexpected, InterruptedException {
        var reply = scene.linkWorker().post("/fhir", scene.examples().exitOutcome());
        exitPlace = Receipt.in(reply, scene.examples().exitOutcome()).place("Observation");
        return new Answer(
                reply,
                "Life satisfaction %s of 10 after"
                        .formatted(score(scene.episode().exit())));
    }

    private void result(ArrayNode outputs) {
        Handover.output(outputs, "what-happened")
                .put("valueString", "Joined a walking group, and is less alone than before.");
        Handover.output(outputs, "outcome").putObject("valueReference").put("reference", exitPlace);
    }

    private Answer readHandover() throws Unexpected, InterruptedException {
        var reply = scene.gp().get(scene.handover().path());
        var answer = whatHappened(reply);
        var outcome = StreamSupport.stream(reply.body().path("output").spliterator(), false)
                .anyMatch(output ->
                        output.path("valueReference").path("reference").asText().equals(exitPlace));
        Unexpected.unless(outcome, "an output that points at " + exitPlace, "there is none");
        return answer;
    }

    private static Answer whatHappened(Reply reply) throws Unexpected {
        var task = reply.expect(200).body();
        var status = task.path("status").asText();
        Unexpected.unless(status.equals("completed"), "a completed handover", "it is " + status);
        var words = task.path("output").path(0).path("valueString").asText();
        Unexpected.unless(!words.isEmpty(), "words about what happened", "there are none");
        return new Answer(reply, "%s: \"%s\"".formatted(status, words));
    }

    private Answer readOutcomes() throws Unexpected, InterruptedException {
        var reply = scene.gp()
                .get(
                        "/fhir/Observation",
                        "based-on:ServiceRequest.identifier=" + scene.episode().referral(),
                        "code=" + WhatHelps.LIFE_SATISFACTION,
                        "_sort=date");
        var scores = Found.in(reply).matches().stream().map(Outcomes::score).toList();
        var expected =
                List.of(score(scene.episode().baseline()), score(scene.episode().exit()));
        Unexpected.unless(scores.equals(expected), "the scores " + expected, "they are " + scores);
        return new Answer(reply, "Life satisfaction went from %s to %s of 10".formatted(scores.get(0), scores.get(1)));
    }
}
