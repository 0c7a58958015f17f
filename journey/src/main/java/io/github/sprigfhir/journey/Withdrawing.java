package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.GP_PRACTICE;
import static io.github.sprigfhir.journey.Who.LINK_WORKER;
import static io.github.sprigfhir.journey.Who.WALKING_GROUP;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.List;

/** The person changes her mind about the walking group: its part ends at once, and only those who asked learn why. */
final class Withdrawing {

    private static final String REASON = "consent-withdrawn";
    private static final String STOP = "https://sprig-fhir.github.io/ig/stop|";

    private final Scene scene;
    private final GpRecord record;
    private String consent = "";
    private String task = "";

    Withdrawing(Scene scene) {
        this.scene = scene;
        this.record = new GpRecord(scene.linkWorker());
    }

    Chapter chapter() {
        return new Chapter(
                "If she had changed her mind",
                List.of(
                        new Step(GP_PRACTICE, "Refers the person, as before.", this::refer),
                        new Step(LINK_WORKER, "Finds the referral and takes it on.", () -> scene.handover()
                                .takeOn()),
                        new Step(LINK_WORKER, "Hands over to the walking group, with her consent.", this::handOver),
                        new Step(WALKING_GROUP, "Finds the handover and takes it on.", () -> scene.onward()
                                .takeOn()),
                        new Step(LINK_WORKER, "Records that she no longer agrees.", this::withdraw),
                        new Step(WALKING_GROUP, "Is told to stop, and not why.", this::readNotice),
                        new Step(
                                LINK_WORKER,
                                "Reads what became of the handover, and why.",
                                () -> record.feedback(scene.onward().focus(), "cancelled", REASON)),
                        new Step(LINK_WORKER, "Goes on working with her.", this::readOwn)));
    }

    private Answer refer() throws Unexpected, InterruptedException {
        var reply = scene.gp().post("/fhir", scene.examples().gpReferral());
        var receipt = Receipt.in(reply, scene.examples().gpReferral());
        return new Answer(reply, "The referral is " + receipt.place("ServiceRequest"));
    }

    private Answer handOver() throws Unexpected, InterruptedException {
        var reply = scene.linkWorker().post("/fhir", scene.examples().onwardReferral());
        var receipt = Receipt.in(reply, scene.examples().onwardReferral());
        consent = receipt.place("Consent");
        task = receipt.place("Task");
        return new Answer(reply, "The consent is %s, the handover %s".formatted(consent, task));
    }

    private Answer withdraw() throws Unexpected, InterruptedException {
        var operations = new ObjectMapper().createArrayNode();
        operations.addObject().put("op", "replace").put("path", "/status").put("value", "inactive");
        var reply = scene.linkWorker()
                .patch("/fhir/" + consent, "W/\"1\"", operations)
                .expect(200);
        return new Answer(reply, "active -> inactive");
    }

    private Answer readNotice() throws Unexpected, InterruptedException {
        var reply = scene.walkingGroup()
                .get("/fhir/Communication", "identifier=" + STOP + task.replaceFirst("Task/", ""), "_total=accurate");
        var notices = Found.in(reply);
        Unexpected.unless(notices.total() == 1, "one notice", "there are " + notices.total());
        var notice = notices.matches().get(0);
        Unexpected.unless(!notice.toString().contains(REASON), "no reason", "it says " + REASON);
        var words = notice.path("payload").path(0).path("contentString").asText();
        return new Answer(reply, "\"%s\"".formatted(words));
    }

    private Answer readOwn() throws Unexpected, InterruptedException {
        var reply = scene.linkWorker().get(scene.handover().path()).expect(200);
        var status = reply.body().path("status").asText();
        Unexpected.unless(status.equals("in-progress"), "a handover in progress", "it is " + status);
        return new Answer(reply, "The handover to the link workers is in progress still");
    }
}
