package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.GP_PRACTICE;
import static io.github.sprigfhir.journey.Who.SCHEME_OFFICE;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.List;

/** The directory is filled, and the GP practice refers: once, and once more by mistake. */
final class Referring {

    private final Scene scene;
    private Receipt first = new Receipt(MissingNode.getInstance());

    Referring(Scene scene) {
        this.scene = scene;
    }

    Chapter chapter() {
        return new Chapter(
                "A GP refers",
                List.of(
                        new Step(
                                SCHEME_OFFICE,
                                "Publishes its directory: organisations, people, services, an assurance and a pledge.",
                                this::publishDirectory),
                        new Step(
                                GP_PRACTICE,
                                "Fetches an access token, as every party does before it calls; the others are not shown.",
                                this::fetchToken),
                        new Step(
                                GP_PRACTICE,
                                "Refers: person, consent, risks, referral and handover in one transaction.",
                                this::refer),
                        new Step(
                                GP_PRACTICE,
                                "Sends the same again, as systems do when a line drops.",
                                this::referAgain),
                        new Step(GP_PRACTICE, "Makes sure that there is one such person.", this::onePerson),
                        new Step(GP_PRACTICE, "Makes sure that there is one such referral.", this::oneReferral)));
    }

    private Answer publishDirectory() throws Unexpected, InterruptedException {
        var reply = scene.office().post("/fhir", scene.examples().directory());
        var receipt = Receipt.in(reply, scene.examples().directory());
        return new Answer(reply, "%d new, %d known already".formatted(receipt.created(), receipt.known()));
    }

    private Answer fetchToken() throws Unexpected, InterruptedException {
        var reply = scene.http().token(GP_PRACTICE);
        var seconds = reply.body().path("expires_in").asText();
        return new Answer(
                reply,
                seconds.isEmpty()
                        ? "This server asks for no token: its access control is off"
                        : "A token for %s seconds, for the scope %s"
                                .formatted(seconds, reply.body().path("scope").asText()));
    }

    private Answer refer() throws Unexpected, InterruptedException {
        var reply = scene.gp().post("/fhir", scene.examples().gpReferral());
        first = Receipt.in(reply, scene.examples().gpReferral());
        // A run number makes everything new but the person, whom an earlier journey may have brought.
        Unexpected.unless(
                first.known() <= 1, "everything created but the person", "%d were known".formatted(first.known()));
        return new Answer(
                reply,
                "%d created, %d known already; the referral is %s"
                        .formatted(first.created(), first.known(), first.place("ServiceRequest")));
    }

    private Answer referAgain() throws Unexpected, InterruptedException {
        var reply = scene.gp().post("/fhir", scene.examples().gpReferral());
        var second = Receipt.in(reply, scene.examples().gpReferral());
        Unexpected.unless(second.created() == 0, "nothing created", "%d were created".formatted(second.created()));
        Unexpected.unless(
                second.places().equals(first.places()), "the same as before: " + first.places(), "" + second.places());
        return new Answer(reply, "Nothing doubled: the same %d resources answer".formatted(second.known()));
    }

    private Answer onePerson() throws Unexpected, InterruptedException {
        var reply =
                scene.gp().get("/fhir/Patient", "identifier=" + scene.episode().nhsNumber(), "_total=accurate");
        var person = Found.in(reply);
        Unexpected.unless(person.total() == 1, "one person", "there are " + person.total());
        return new Answer(reply, "1 person: " + Words.name(person.matches().get(0)));
    }

    private Answer oneReferral() throws Unexpected, InterruptedException {
        var reply = scene.gp()
                .get("/fhir/ServiceRequest", "identifier=" + scene.episode().referral(), "_total=accurate");
        var referral = Found.in(reply);
        Unexpected.unless(referral.total() == 1, "one referral", "there are " + referral.total());
        return new Answer(
                reply, "1 referral: " + Words.concepts(referral.matches().get(0).path("reasonCode")));
    }
}
