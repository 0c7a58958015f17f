package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.COMMISSIONER;
import static io.github.sprigfhir.journey.Who.LINK_WORKER;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Scores are made of answers; what became of the person is told in a sentence, and of everybody in a report. */
final class WhatChanged {

    private static final String PHQ_9 = "http://loinc.org|44261-6";
    private static final String FROM_FIRST_TO_LAST = "went from";

    private final Scene scene;
    private final HowItWas told;

    WhatChanged(Scene scene) {
        this.scene = scene;
        this.told = new HowItWas(scene);
    }

    Chapter chapter() {
        return new Chapter(
                "What changed",
                List.of(
                        new Step(LINK_WORKER, "Sends the answers to nine questions, uncounted.", this::answer),
                        new Step(LINK_WORKER, "Reads the score that the server made of them.", this::score),
                        new Step(LINK_WORKER, "Asks what became of the person.", this::change),
                        new Step(COMMISSIONER, "Asks how far people came last summer.", this::pathway)));
    }

    private Answer answer() throws Unexpected, InterruptedException {
        var answers =
                told.aboutThePerson(scene.examples().answers(), scene.handover().focus());
        HowItWas.point(answers.path("source"), told.person());
        HowItWas.point(answers.path("author"), scene.episode().linkWorker());
        var reply = scene.linkWorker().post("/fhir/QuestionnaireResponse", answers);
        reply.expect(201);
        return new Answer(reply, Words.count(answers.path("item").size(), "answer") + " to the PHQ-9");
    }

    private Answer score() throws Unexpected, InterruptedException {
        var reply = scene.linkWorker()
                .get(
                        "/fhir/Observation",
                        "based-on:ServiceRequest.identifier=" + scene.episode().referral(),
                        "code=" + PHQ_9);
        var found = Found.in(reply).matches();
        Unexpected.unless(found.size() == 1, "one score", "there are " + found.size());
        var band = found.get(0).path("interpretation").path(0).path("text").asText();
        return new Answer(reply, "%s of 27, %s".formatted(Outcomes.score(found.get(0)), band));
    }

    private Answer change() throws Unexpected, InterruptedException {
        var people = scene.linkWorker()
                .get("/fhir/Patient", "identifier=" + scene.episode().nhsNumber());
        var person = Found.in(people).matches().get(0).path("id").asText();
        var reply = scene.linkWorker()
                .get(
                        "/fhir/Patient/" + person + "/$outcomes",
                        "episode=" + scene.handover().focus());
        var outcome = first(reply.expect(200).body().path("parameter"), part -> sentence(part)
                .contains(FROM_FIRST_TO_LAST));
        return new Answer(reply, sentence(outcome));
    }

    private static String sentence(JsonNode outcome) {
        return StreamSupport.stream(outcome.path("part").spliterator(), false)
                .filter(part -> part.path("name").asText().equals("sentence"))
                .map(part -> part.path("valueString").asText())
                .findFirst()
                .orElse("");
    }

    private Answer pathway() throws Unexpected, InterruptedException {
        var reply = scene.commissioner()
                .get("/fhir/Measure/pathway/$evaluate-measure", "periodStart=2026-07-01", "periodEnd=2026-09-30")
                .expect(200);
        var progress = first(
                reply.body().path("group"),
                group -> group.path("code").toString().contains("\"progress\""));
        return new Answer(
                reply,
                "Referrals that ended: %s"
                        .formatted(HowItWas.count(progress.path("population").path(0))));
    }

    private static JsonNode first(JsonNode all, Predicate<JsonNode> wanted) throws Unexpected {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new Unexpected("it among what was told", "it is not there"));
    }
}
