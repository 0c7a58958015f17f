package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.LINK_WORKER;
import static io.github.sprigfhir.journey.Who.RESEARCHER;

import io.github.sprigfhir.journey.Step.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * Outcomes are found by plain FHIR search: by code, date, value, and what the person was referred for; by those whose
 * people they are, and by nobody else.
 */
final class WhatHelps {

    static final String LIFE_SATISFACTION =
            "https://sprig-fhir.github.io/ig/CodeSystem/outcome-measure|ons4-life-satisfaction";

    private final Scene scene;

    WhatHelps(Scene scene) {
        this.scene = scene;
    }

    Chapter chapter() {
        return new Chapter(
                "What helps",
                List.of(
                        new Step(LINK_WORKER, "Which answers about life satisfaction were given then?", this::byDate),
                        new Step(LINK_WORKER, "Who ended as well as this, or better?", this::byValue),
                        new Step(LINK_WORKER, "How did those end who were referred for loneliness?", this::byNeed),
                        new Step(
                                RESEARCHER,
                                "Asks the same, and is shown copies of people who agreed to a project, or nobody.",
                                this::asResearch)));
    }

    /** Without a project nobody is released; with one, copies of those who agreed to it, and never a record. */
    private Answer asResearch() throws Unexpected, InterruptedException {
        var reply = scene.researcher().get("/fhir/Observation", "code=" + LIFE_SATISFACTION);
        if (reply.expect(200, 403, 503).status() != 200) {
            return new Answer(reply, reply.said());
        }
        var copies = Found.in(reply).matches();
        var exit = Episode.token(scene.episode().exit());
        if (copies.stream().map(Episode::token).anyMatch(exit::equals)) {
            throw new Unexpected("copies alone", exit + ", which is a record");
        }
        return new Answer(
                reply, "copies of %s on the first page, without names".formatted(Words.count(copies.size(), "score")));
    }

    private Answer byDate() throws Unexpected, InterruptedException {
        var from = scene.episode().baseline().path("effectiveDateTime");
        var to = scene.episode().exit().path("effectiveDateTime");
        var line = "%s from " + Words.day(from) + " to " + Words.day(to);
        return search(line, "date=ge" + from.asText(), "date=le" + to.asText());
    }

    private Answer byValue() throws Unexpected, InterruptedException {
        var score = Outcomes.score(scene.episode().exit());
        return search(
                "%s of " + score + " or more at exit",
                "value-quantity=ge" + score + "|http://unitsofmeasure.org|{score}",
                "outcome-point=exit");
    }

    private Answer byNeed() throws Unexpected, InterruptedException {
        return search("%s at exit", "based-on:ServiceRequest.need=loneliness-isolation", "outcome-point=exit");
    }

    /** This run's exit score is the newest, so it must come first, whatever else the server holds. */
    private Answer search(String line, String... criteria) throws Unexpected, InterruptedException {
        var parameters = new ArrayList<String>();
        parameters.add("code=" + LIFE_SATISFACTION);
        parameters.addAll(List.of(criteria));
        parameters.addAll(List.of("_sort=-date,-_lastUpdated", "_total=accurate"));
        var reply = scene.linkWorker().get("/fhir/Observation", parameters.toArray(String[]::new));
        var found = Found.in(reply);
        found.match(Episode.token(scene.episode().exit()));
        var newest = Outcomes.score(found.matches().get(0));
        return new Answer(
                reply,
                line.formatted(Words.count(found.total(), "answer")) + "; the newest is %s of 10".formatted(newest));
    }
}
