package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.GP_PRACTICE;
import static io.github.sprigfhir.journey.Who.LINK_WORKER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.List;

/** What happens when something is wrong: it is refused, whole, with words that help. */
final class Mistakes {

    private final Scene scene;
    private final Examples mistaken;

    Mistakes(Scene scene) {
        this.scene = scene;
        this.mistaken = RunNumber.on("MISTAKE", scene.examples());
    }

    Chapter chapter() {
        return new Chapter(
                "When something is wrong",
                List.of(
                        new Step(
                                GP_PRACTICE,
                                "Refers with a mistyped NHS number: its check digit is wrong.",
                                this::mistypedNhsNumber),
                        new Step(GP_PRACTICE, "Makes sure that no half of it was kept.", this::nothingKept),
                        new Step(
                                LINK_WORKER,
                                "Moves a handover on, having last seen an old version of it.",
                                () -> scene.handover().patchFirstVersion("in-progress")),
                        new Step(LINK_WORKER, "Takes up again a handover that is completed.", () -> scene.handover()
                                .patchEnded("in-progress")),
                        new Step(LINK_WORKER, "Searches by a parameter that does not exist.", this::unknownParameter)));
    }

    private Answer mistypedNhsNumber() throws Unexpected, InterruptedException {
        var reply = scene.gp().post("/fhir", mistyped(mistaken.gpReferral())).expect(422);
        var elements = reply.body().path("issue").findValuesAsText("expression");
        Unexpected.unless(
                reply.body().path("issue").toString().contains("identifier"),
                "an issue about the identifier",
                elements.isEmpty() ? reply.said() : elements.toString());
        return new Answer(reply, reply.said());
    }

    private JsonNode mistyped(JsonNode bundle) {
        var number = scene.episode().nhsNumber().replaceFirst(".*\\|", "");
        var last = number.length() - 1;
        var wrong = number.substring(0, last) + (number.charAt(last) - '0' + 1) % 10;
        try {
            return new ObjectMapper().readTree(bundle.toString().replace(number, wrong));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A Bundle is JSON whatever its NHS number", impossible);
        }
    }

    private Answer nothingKept() throws Unexpected, InterruptedException {
        var referral = Episode.token(Episode.resource(mistaken.gpReferral(), "ServiceRequest"));
        var reply = scene.gp().get("/fhir/ServiceRequest", "identifier=" + referral, "_total=accurate");
        var total = Found.in(reply).total();
        Unexpected.unless(total == 0, "no referral", "there are " + total);
        return new Answer(reply, "0 referrals: all or nothing");
    }

    private Answer unknownParameter() throws Unexpected, InterruptedException {
        var reply = scene.linkWorker().get("/fhir/Observation", "mood=better").expect(400);
        Unexpected.unless(reply.said().contains("mood"), "words that name the parameter", reply.said());
        // What follows the first sentence lists every parameter that there is.
        return new Answer(reply, reply.said().replaceFirst("\\. .*", "."));
    }
}
