package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.CHOIR;
import static io.github.sprigfhir.journey.Who.GP_PRACTICE;
import static io.github.sprigfhir.journey.Who.LINK_WORKER;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.List;
import java.util.stream.StreamSupport;

/** The link worker learns of immediate risk: all that is open ends with one call, and the GP is told. */
final class Escalating {

    private static final String REASON = "escalated-to-gp";

    private final Scene scene;
    private final GpRecord record;
    private final Handover choir;

    Escalating(Scene scene, Handover choir) {
        this.scene = scene;
        this.record = new GpRecord(scene.gp());
        this.choir = choir;
    }

    Chapter chapter() {
        return new Chapter(
                "If there had been immediate risk",
                List.of(
                        new Step(
                                LINK_WORKER,
                                "Telephones the GP, because this is no alarm; then escalates, in one call.",
                                this::escalate),
                        new Step(CHOIR, "Looks for its handover, which is its no more.", this::lookForHandover),
                        new Step(GP_PRACTICE, "Reads its referral.", this::readReferral),
                        new Step(
                                GP_PRACTICE,
                                "Reads the feedback.",
                                () -> record.feedback(scene.handover().focus(), "failed", REASON)),
                        new Step(
                                GP_PRACTICE,
                                "Reads which codes to file.",
                                () -> record.codes(scene.handover().focus(), GpRecord.REFERRED, GpRecord.CLOSED))));
    }

    private Answer escalate() throws Unexpected, InterruptedException {
        var path = "/fhir/%s/$escalate".formatted(scene.handover().focus());
        var asking = Asking.toEscalate("A neighbour found her confused and not eating.");
        var reply = scene.linkWorker().post(path, asking.parameters()).expect(200);
        var ended = reply.body().path("entry").size() - 1;
        Unexpected.unless(ended == 2, "two handovers that ended", "there are " + ended);
        return new Answer(reply, "The referral and both open handovers have ended");
    }

    private Answer lookForHandover() throws Unexpected, InterruptedException {
        var reply = choir.read().expect(404);
        return new Answer(reply, reply.said());
    }

    private Answer readReferral() throws Unexpected, InterruptedException {
        var reply = scene.gp().get("/fhir/" + scene.handover().focus()).expect(200);
        var reason = StreamSupport.stream(reply.body().path("extension").spliterator(), false)
                .filter(extension -> extension.path("url").asText().endsWith("/request-statusReason"))
                .map(extension -> extension.path("valueCodeableConcept"))
                .findFirst()
                .orElseThrow(() -> new Unexpected("a reason for its end", "there is none"));
        return ended(reply, "revoked", reason);
    }

    private static Answer ended(Reply reply, String status, JsonNode reason) throws Unexpected {
        var came = reply.body().path("status").asText();
        Unexpected.unless(came.equals(status), "the status " + status, "it is " + came);
        var code = reason.path("coding").path(0).path("code").asText();
        Unexpected.unless(code.equals(REASON), "the reason " + REASON, "it is " + code);
        return new Answer(
                reply,
                "%s, %s: \"%s\"".formatted(status, code, reason.path("text").asText()));
    }
}
