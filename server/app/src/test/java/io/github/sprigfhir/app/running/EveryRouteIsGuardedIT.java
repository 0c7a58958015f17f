package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A change that breaks a rule is refused with that rule's key by whichever way it comes, and changes nothing. */
@RunningServer
class EveryRouteIsGuardedIT {

    /** A rejected handover must say why. */
    private static final String NO_REASON = "sprig-reason-given";

    private static final String REJECT = "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"rejected\"}]";

    private final Server server;
    private final Person person = Person.next();
    private final Story story;
    private final Story.Referral referral;
    private final String before;

    EveryRouteIsGuardedIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(person, server);
        referral = story.refer();
        before = server.get(referral.task()).hasStatus(200).body();
    }

    @AfterEach
    void theStoredVersionIsUnchanged() {
        assertThat(server.get(referral.task()).body()).isEqualTo(before);
        assertThat(server.get("Task?identifier=" + identifier("NEW")).found()).isEmpty();
    }

    @Test
    void post() {
        assertRefused(server.post("Task", newTask()));
    }

    @Test
    void put() {
        assertRefused(server.put(referral.task(), rejectedTask()));
    }

    @Test
    void jsonPatch() {
        assertRefused(server.patch(referral.task(), Server.JSON_PATCH, REJECT));
    }

    @Test
    void fhirPathPatch() {
        assertRefused(server.patch(referral.task(), Server.JSON, Changes.fhirPathReplace("Task.status", "rejected")));
    }

    @Test
    void conditionalCreate() {
        assertRefused(server.post("Task", newTask(), "If-None-Exist", "identifier=" + identifier("NEW")));
    }

    @Test
    void conditionalUpdate() {
        assertRefused(server.put("Task?identifier=" + identifier("HANDOVER"), withoutId(rejectedTask())));
    }

    @Test
    void conditionalUpdateThatCreates() {
        assertRefused(server.put("Task?identifier=" + identifier("NEW"), newTask()));
    }

    @Test
    void conditionalPatch() {
        assertRefused(server.patch("Task?identifier=" + identifier("HANDOVER"), Server.JSON_PATCH, REJECT));
    }

    @Test
    void postInATransaction() {
        assertRefused(transaction(Changes.entry("POST", "Task", newTask())));
    }

    @Test
    void conditionalCreateInATransaction() {
        assertRefused(transaction(Changes.entry(
                "POST", "Task", newTask(), "\"ifNoneExist\": \"identifier=%s\"".formatted(identifier("NEW")))));
    }

    @Test
    void putInATransaction() {
        assertRefused(transaction(Changes.entry("PUT", referral.task(), rejectedTask())));
    }

    @Test
    void conditionalPutInATransaction() {
        assertRefused(transaction(
                Changes.entry("PUT", "Task?identifier=" + identifier("HANDOVER"), withoutId(rejectedTask()))));
    }

    @Test
    void fhirPathPatchInATransaction() {
        assertRefused(transaction(
                Changes.entry("PATCH", referral.task(), Changes.fhirPathReplace("Task.status", "rejected"))));
    }

    @Test
    void everyEntryOfABatch() {
        var answer = server.transaction(Changes.bundle(
                "batch",
                Changes.entry("POST", "Task", newTask()),
                Changes.entry("PUT", referral.task(), rejectedTask()),
                Changes.entry("PATCH", referral.task(), Changes.fhirPathReplace("Task.status", "rejected"))));

        assertThat(answer.hasStatus(200).bundle().getEntry()).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.getResponse().getStatus()).startsWith("422");
            assertThat(entry.getResponse().getOutcome())
                    .isInstanceOfSatisfying(
                            OperationOutcome.class, outcome -> assertThat(Answer.rulesOf(outcome.getIssue()))
                                    .containsExactly(NO_REASON));
        });
    }

    @Test
    void aClaimOfAnotherProfileChangesNothing() {
        var claiming = rejected();
        claiming.getMeta().getProfile().clear();
        claiming.getMeta().addProfile("http://hl7.org/fhir/StructureDefinition/Task");

        assertRefused(server.put(referral.task(), Json.of(claiming)));
    }

    @Test
    void aWrongCheckDigitIsFoundOnEveryRoute() {
        var patient = server.get(referral.patient()).as(Patient.class);
        patient.getIdentifierFirstRep().setValue(person.wrongNhsNumber());
        var body = Json.of(patient);
        var patch = "[{\"op\": \"replace\", \"path\": \"/identifier/0/value\", \"value\": \"%s\"}]"
                .formatted(person.wrongNhsNumber());

        for (var answer : List.of(
                server.post("Patient", withoutId(body)),
                server.put(referral.patient(), body),
                server.patch(referral.patient(), Server.JSON_PATCH, patch),
                transaction(Changes.entry("PUT", referral.patient(), body)))) {
            assertThat(answer.hasStatus(422).rules()).containsExactly("nhs-number-check-digit");
            assertThat(answer.body()).doesNotContain(person.wrongNhsNumber());
        }
        assertThat(server.get(referral.patient())
                        .as(Patient.class)
                        .getIdentifierFirstRep()
                        .getValue())
                .isEqualTo(person.nhsNumber());
    }

    @Test
    void codesWithWrongCheckDigitsAndCodesOutsideARequiredBindingAreNamedTogether() {
        var request = server.get(referral.serviceRequest()).body();
        var spoilt = request.replace("422650009", "422650008")
                .replace("\"bereavement\"", "\"boredom\"")
                .replace("108161000000109", "108161000000100");

        var answer = server.put(referral.serviceRequest(), spoilt).hasStatus(422);

        assertThat(answer.rules().stream().filter("snomed-check-digit"::equals)).hasSize(2);
        assertThat(answer.expressions()).anyMatch(expression -> expression.startsWith("ServiceRequest.reasonCode[1]"));
    }

    @Test
    void aLoincCodeWithAWrongCheckDigitIsRefused() {
        var request = server.get(referral.serviceRequest())
                .body()
                .replaceFirst(
                        "\"reasonCode\":\\[\\{\"coding\":\\[",
                        "$0{\"system\":\"http://loinc.org\",\"code\":\"44261-7\"},");

        assertThat(server.put(referral.serviceRequest(), request).hasStatus(422).rules())
                .contains("loinc-check-digit");
    }

    @Test
    void aReferenceToNothingIsRefusedAndNamed() {
        for (var nothing : List.of(
                "ServiceRequest/00000000-0000-4000-8000-000000000000",
                "ServiceRequest?identifier=https://nobody.example/id|1")) {
            var task = server.get(referral.task()).as(Task.class);
            task.addBasedOn(new Reference(nothing));

            var answer = server.put(referral.task(), Json.of(task)).hasStatus(422);

            assertThat(answer.rules()).containsExactly("reference-to-nothing");
        }
    }

    private void assertRefused(Answer answer) {
        assertThat(answer.hasStatus(422).rules()).containsExactly(NO_REASON);
    }

    private Answer transaction(String entry) {
        return server.transaction(Changes.bundle("transaction", entry));
    }

    private Task rejected() {
        return server.get(referral.task()).as(Task.class).setStatus(Task.TaskStatus.REJECTED);
    }

    private String rejectedTask() {
        return Json.of(rejected());
    }

    private String newTask() {
        var task = rejected();
        task.getIdentifierFirstRep().setValue(story.identifier("NEW"));
        return withoutId(Json.of(task));
    }

    private static String withoutId(String resource) {
        return resource.replaceFirst("\"id\":\"[^\"]+\",", "");
    }

    private String identifier(String kind) {
        return Story.PRACTICE + "%7C" + story.identifier(kind);
    }
}
