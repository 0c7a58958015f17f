package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.GP_PRACTICE;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.List;

/** The GP offers social prescribing, and the person does not want it: there is no referral, and both are on record. */
final class Declining {

    private final Scene scene;
    private final GpRecord record;
    private String offer = "";

    Declining(Scene scene) {
        this.scene = scene;
        this.record = new GpRecord(scene.gp());
    }

    Chapter chapter() {
        return new Chapter(
                "If the person had declined",
                List.of(
                        new Step(GP_PRACTICE, "Offers social prescribing; nobody is asked yet.", this::offer),
                        new Step(GP_PRACTICE, "Takes the offer back: it is too soon for her.", this::decline),
                        new Step(
                                GP_PRACTICE,
                                "Reads which codes to file.",
                                () -> record.codes(offer, GpRecord.OFFERED, GpRecord.DECLINED))));
    }

    private Answer offer() throws Unexpected, InterruptedException {
        var reply = scene.gp().post("/fhir", scene.examples().offer());
        offer = Receipt.in(reply, scene.examples().offer()).place("ServiceRequest");
        return new Answer(reply, "The offer is " + offer);
    }

    private Answer decline() throws Unexpected, InterruptedException {
        var operations = new ObjectMapper().createArrayNode();
        operations.addObject().put("op", "replace").put("path", "/status").put("value", "revoked");
        var reason = operations
                .addObject()
                .put("op", "add")
                .put("path", "/extension")
                .putArray("value")
                .addObject()
                .put("url", "http://hl7.org/fhir/StructureDefinition/request-statusReason");
        reason.putObject("valueCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", Refusing.REASONS)
                .put("code", "26")
                .put("display", "Patient choice");
        var reply = scene.gp().patch("/fhir/" + offer, "W/\"1\"", operations).expect(200);
        var status = reply.body().path("status").asText();
        Unexpected.unless(status.equals("revoked"), "an offer that is revoked", "it is " + status);
        return new Answer(reply, "active -> revoked: patient choice");
    }
}
