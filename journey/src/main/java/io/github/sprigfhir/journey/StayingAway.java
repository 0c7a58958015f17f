package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.LINK_WORKER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.List;

/** The person does not answer twice running: the server flags the handover, and the link worker finds it by the flag. */
final class StayingAway {

    private static final String FLAG = "https://sprig-fhir.github.io/ig/CodeSystem/handover-flag|did-not-attend-twice";
    private static final String REVIEW = "2026-10-19";

    private final Scene scene;

    StayingAway(Scene scene) {
        this.scene = scene;
    }

    Chapter chapter() {
        var handover = scene.handover();
        return new Chapter(
                "If the person had stayed away",
                List.of(
                        new Step(LINK_WORKER, "Rings at the agreed time; nobody answers.", () -> missed("2026-10-05")),
                        new Step(LINK_WORKER, "Rings again a week later; nobody answers.", () -> missed("2026-10-12")),
                        new Step(
                                LINK_WORKER,
                                "Asks who has stayed away twice running.",
                                () -> handover.findAmong("person", "business-status=" + FLAG)),
                        new Step(LINK_WORKER, "Sets a day by which to look again.", () -> handover.review(REVIEW)),
                        new Step(
                                LINK_WORKER,
                                "Asks, on that day, what is due for review.",
                                () -> handover.findAmong("handover", "status=in-progress", "review=le" + REVIEW))));
    }

    private Answer missed(String day) throws Unexpected, InterruptedException {
        var contact = (ObjectNode) scene.examples().missedContact().deepCopy();
        contact.remove("id");
        var identifier = (ObjectNode) contact.path("identifier").path(0);
        identifier.put("value", identifier.path("value").asText() + "-" + day);
        point(contact.path("subject"), "Patient?identifier=" + scene.episode().nhsNumber());
        point(contact.path("basedOn").path(0), scene.handover().focus());
        point(
                contact.path("participant").path(0).path("individual"),
                scene.episode().linkWorker());
        var period = (ObjectNode) contact.path("period");
        period.put("start", day + period.path("start").asText().substring(10));
        var reply = scene.linkWorker().post("/fhir/Encounter", contact).expect(201);
        return new Answer(
                reply,
                "Did not attend, %s, by telephone"
                        .formatted(Words.day(contact.path("period").path("start"))));
    }

    private static void point(JsonNode element, String reference) {
        ((ObjectNode) element).put("reference", reference);
    }
}
