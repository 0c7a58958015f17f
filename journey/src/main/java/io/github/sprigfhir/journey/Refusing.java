package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.CHOIR;
import static io.github.sprigfhir.journey.Who.GP_PRACTICE;
import static io.github.sprigfhir.journey.Who.LINK_WORKER;
import static io.github.sprigfhir.journey.Who.WALKING_GROUP;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.List;

/** The walking group is full, and the link worker hands the person over to the choir instead, in one call each. */
final class Refusing {

    static final String REASONS = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";

    private final Scene scene;
    private final GpRecord record;
    private final Handover walkingGroup;
    private final Handover choir;

    Refusing(Scene scene, Handover choir) {
        this.scene = scene;
        this.record = new GpRecord(scene.linkWorker());
        this.walkingGroup = scene.handoverTo(WALKING_GROUP, scene.episode().walkingGroup(), first(scene));
        this.choir = choir;
    }

    /** The identifier, as a token, of the handover that is refused. */
    private static String first(Scene scene) {
        return scene.episode().onwardHandover() + "-a";
    }

    /** The identifier of the handover that takes its place. */
    static String second(Scene scene) {
        return scene.episode().onwardHandover() + "-b";
    }

    Chapter chapter() {
        return new Chapter(
                "If the walking group had been full",
                List.of(
                        new Step(GP_PRACTICE, "Refers the person, as before.", this::refer),
                        new Step(LINK_WORKER, "Finds the referral and takes it on.", () -> scene.handover()
                                .takeOn()),
                        new Step(LINK_WORKER, "Asks the person, who agrees that the charity may know.", this::agree),
                        new Step(LINK_WORKER, "Hands over to the walking group, in one call.", this::handOver),
                        new Step(
                                WALKING_GROUP,
                                "Acknowledges, and must refuse: there is no room.",
                                () -> walkingGroup.refuse(REASONS, "22", "Capacity")),
                        new Step(
                                LINK_WORKER,
                                "Reads why it came back.",
                                () -> record.feedback(walkingGroup.focus(), "rejected", "22")),
                        new Step(
                                WALKING_GROUP,
                                "Says so for everybody, in one small PATCH of its capacity.",
                                () -> state("no-capacity")),
                        new Step(LINK_WORKER, "Tries again all the same, and is told at once.", this::tryAgain),
                        new Step(
                                LINK_WORKER,
                                "Hands over to the choir instead, in one call that names what it replaces.",
                                this::handOverInstead),
                        new Step(CHOIR, "Finds the handover and takes it on.", choir::takeOn),
                        new Step(
                                WALKING_GROUP, "Has room again, and says so the same way.", () -> state("available"))));
    }

    private Answer refer() throws Unexpected, InterruptedException {
        var reply = scene.gp().post("/fhir", scene.examples().gpReferral());
        var receipt = Receipt.in(reply, scene.examples().gpReferral());
        return new Answer(reply, "The referral is " + receipt.place("ServiceRequest"));
    }

    private Answer agree() throws Unexpected, InterruptedException {
        var consent = Episode.resource(scene.examples().onwardReferral(), "Consent");
        var reply = scene.linkWorker().post("/fhir/Consent", consent).expect(201);
        return new Answer(reply, "Consent from " + consent.path("dateTime").asText() + ", to the charity alone");
    }

    private Answer handOver() throws Unexpected, InterruptedException {
        return handOver(Asking.toHandOver(scene.episode().walkingGroup(), first(scene)));
    }

    private Answer state(String capacity) throws Unexpected, InterruptedException {
        var reply = scene.walkingGroup()
                .patchWhere(
                        "/fhir/HealthcareService",
                        "identifier=" + scene.episode().walkingGroup(),
                        Asking.toState(capacity).parameters())
                .expect(200);
        return new Answer(reply, "Capacity is " + capacity);
    }

    /** Nobody at the walking group is bothered with it. */
    private Answer tryAgain() throws Unexpected, InterruptedException {
        var asking = Asking.toHandOver(scene.episode().walkingGroup(), first(scene) + "-again");
        var reply = scene.linkWorker().post(path(), asking.parameters()).expect(422);
        Unexpected.unless(reply.said().contains("full"), "words that say it is full", reply.said());
        return new Answer(reply, reply.said());
    }

    private Answer handOverInstead() throws Unexpected, InterruptedException {
        var replaced = walkingGroup.path().replace("/fhir/", "");
        var answer = handOver(
                Asking.toHandOver(scene.episode().choir(), second(scene)).reference("replaces", replaced));
        var partOf =
                task(answer.reply()).path("partOf").path(0).path("reference").asText();
        Unexpected.unless(partOf.equals(replaced), "a Task that is part of " + replaced, "it is part of " + partOf);
        return new Answer(answer.reply(), answer.line() + ", part of " + partOf);
    }

    private Answer handOver(Asking asking) throws Unexpected, InterruptedException {
        var reply = scene.linkWorker().post(path(), asking.parameters()).expect(200, 201);
        var task = task(reply);
        Unexpected.unless(
                task.path("status").asText().equals("requested"), "a Task that is requested", task.toString());
        return new Answer(
                reply,
                "An onward referral and its Task/%s".formatted(task.path("id").asText()));
    }

    private String path() {
        return "/fhir/%s/$handover".formatted(scene.handover().focus());
    }

    private static JsonNode task(Reply reply) {
        return Episode.resource(reply.body(), "Task");
    }
}
