package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The person and the link worker make a plan for the goal, and the link worker's app finds it again. */
final class Planning {

    private static final String REVIEW_BY = "https://sprig-fhir.github.io/ig/StructureDefinition/review-by";

    private final Scene scene;

    Planning(Scene scene) {
        this.scene = scene;
    }

    Answer record() throws Unexpected, InterruptedException {
        var reply = scene.linkWorker().post("/fhir", scene.examples().supportPlan());
        Receipt.in(reply, scene.examples().supportPlan());
        var actions = StreamSupport.stream(plan().path("activity").spliterator(), false)
                .map(action -> action.path("detail").path("description").asText())
                .collect(Collectors.joining(" "));
        return new Answer(reply, "\"%s\": %s".formatted(plan().path("title").asText(), actions));
    }

    /** Finds the plan among those that are active and due for another look on its day, and what it is for. */
    Answer find() throws Unexpected, InterruptedException {
        var day = LinkWorking.extension(plan(), REVIEW_BY).path("valueDate").asText();
        var reply = scene.linkWorker()
                .get(
                        "/fhir/CarePlan",
                        "referral=" + scene.handover().focus(),
                        "status=active",
                        "review=le" + day,
                        "_include=CarePlan:goal",
                        "_total=accurate");
        var plans = Found.in(reply);
        var plan = plans.match(Episode.token(plan()));
        Unexpected.unless(plans.total() == 1, "one active plan", "%d were found".formatted(plans.total()));
        var attained = plans.included(plan.path("goal").path(0)).path("achievementStatus");
        return new Answer(
                reply,
                "%s, to be looked at again by %s; its goal is %s"
                        .formatted(
                                Words.count(plan.path("activity").size(), "action"),
                                Words.day(LocalDate.parse(day)),
                                Words.concept(attained)));
    }

    /** Finds nothing mandatory missing: such a referral would not have been taken. */
    Answer complete() throws Unexpected, InterruptedException {
        var reply = scene.linkWorker().get("/fhir/" + scene.handover().focus() + "/$completeness");
        var answer = reply.expect(200).body().path("parameter");
        var complete = part(answer, "complete").path("valueBoolean").asBoolean();
        Unexpected.unless(complete, "everything mandatory", "something is missing");
        return new Answer(reply, part(answer, "summary").path("valueString").asText());
    }

    private static JsonNode part(JsonNode parameters, String name) throws Unexpected {
        return StreamSupport.stream(parameters.spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unexpected("the parameter " + name, "it is missing"));
    }

    private JsonNode plan() {
        return Episode.resource(scene.examples().supportPlan(), "CarePlan");
    }
}
