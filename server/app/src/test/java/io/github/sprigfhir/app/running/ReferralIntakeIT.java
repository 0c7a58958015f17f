package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One referral, one transaction: all of it or nothing, once however often it is sent. */
@RunningServer
class ReferralIntakeIT {

    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

    private final Server server;
    private final Person person = Person.next();
    private final Story story;

    ReferralIntakeIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(person, server);
    }

    @Test
    void aReferralIsStoredWholeAndLinked() {
        var referral = story.refer();

        var serviceRequest =
                server.get(referral.serviceRequest()).hasStatus(200).as(ServiceRequest.class);
        var task = server.get(referral.task()).hasStatus(200).as(Task.class);
        server.get(referral.patient()).hasStatus(200);
        assertThat(serviceRequest.getSubject().getReference()).isEqualTo(referral.patient());
        assertThat(serviceRequest.getSupportingInfo())
                .extracting(Reference::getReference)
                .containsExactly(referral.consent(), referral.flag());
        assertThat(task.getFocus().getReference()).isEqualTo(referral.serviceRequest());
        assertThat(task.getFor().getReference()).isEqualTo(referral.patient());
        assertThat(task.getOwner().getReference()).matches("HealthcareService/[0-9a-f-]{36}");
    }

    @Test
    void sentTwiceItIsStoredOnce() {
        var first = story.refer();
        var second = story.refer();

        assertThat(second).isEqualTo(first);
        assertOneOfEach();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 2, 2, 4, 4, 8})
    void sentByManyAtTheSameInstantItIsStoredOnceAndAllAreAnswered(int senders) throws InterruptedException {
        var referral = story.gpReferral();

        var answers = Together.atTheSameInstant(
                senders, () -> server.transaction(referral).locations());

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertOneOfEach();
    }

    @Test
    void oneBadEntryKeepsTheGoodOnesOut() {
        var spoilt = story.gpReferral().replace("\"priority\": \"routine\"", "\"priority\": \"urgent\"");

        var answer = server.transaction(spoilt).hasStatus(422);

        assertThat(answer.rules()).contains("sprig-routine-only");
        assertNothingStored();
    }

    @Test
    void whatFailsOnlyInTheStoreKeepsTheGoodOnesOutToo() {
        var spoilt = story.gpReferral()
                .replace(
                        "HealthcareService?identifier=https://dale-link-workers.example/id|SERVICE-1",
                        "HealthcareService/nobody");

        var answer = server.transaction(spoilt).hasStatus(422);

        assertThat(answer.rules()).containsExactly("reference-to-nothing");
        assertNothingStored();
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithItsPlace() {
        var spoilt = story.gpReferral()
                .replace(person.nhsNumber(), person.wrongNhsNumber())
                .replace("871731000000106", "871731000000107")
                .replace("\"priority\": \"routine\"", "\"priority\": \"urgent\"");

        var answer = server.transaction(spoilt).hasStatus(422);

        assertThat(answer.issues()).allSatisfy(issue -> {
            assertThat(issue.getDetails().getText()).isNotBlank();
            assertThat(issue.getExpression()).hasSize(1);
            assertThat(issue.getExpression().get(0).getValue()).matches("Bundle\\.entry\\[\\d]\\.resource.*");
        });
        assertThat(answer.issues().stream()
                        .map(issue -> Answer.rulesOf(List.of(issue)).get(0) + " "
                                + issue.getExpression().get(0).getValue()))
                .contains(
                        "nhs-number-check-digit Bundle.entry[0].resource.identifier[0].value",
                        "snomed-check-digit Bundle.entry[3].resource.code.coding[0].code",
                        "sprig-routine-only Bundle.entry[3].resource",
                        "sprig-routine-only Bundle.entry[4].resource");
        assertThat(answer.body()).doesNotContain(person.wrongNhsNumber());
        assertNothingStored();
    }

    @Test
    void aSecondRecordOfOnePersonFromTheSameOrganisationIsRefused() {
        var kept = person.patient()
                .replaceFirst(
                        "\\{",
                        "{\"managingOrganization\": {\"reference\": \"Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|A99001\"},");
        server.post("Patient", kept).hasStatus(201);

        var answer = server.post("Patient", kept).hasStatus(409);

        assertThat(answer.rules()).containsExactly("duplicate-identifier");
        assertThat(server.get("Patient?identifier=%s%%7C%s".formatted(NHS_NUMBER, person.nhsNumber()))
                        .found())
                .hasSize(1);
    }

    @Test
    void aSecondReferralWithTheSameIdentifierIsRefused() {
        var stored = story.refer();
        var again = server.get(stored.serviceRequest()).as(ServiceRequest.class);
        again.setId((String) null);
        again.setMeta(null);

        var answer = server.post("ServiceRequest", Json.of(again)).hasStatus(409);

        assertThat(answer.rules()).containsExactly("duplicate-identifier");
        assertOneOfEach();
    }

    private void assertOneOfEach() {
        assertThat(server.get("Patient?identifier=%s%%7C%s".formatted(NHS_NUMBER, person.nhsNumber()))
                        .found())
                .hasSize(1);
        assertThat(found("ServiceRequest", "REFERRAL")).isEqualTo(1);
        assertThat(found("Task", "HANDOVER")).isEqualTo(1);
        assertThat(found("Consent", "CONSENT")).isEqualTo(1);
        assertThat(found("Flag", "RISK")).isEqualTo(1);
    }

    private void assertNothingStored() {
        assertThat(server.get("Patient?family=" + person.family()).found()).isEmpty();
        assertThat(found("ServiceRequest", "REFERRAL")).isZero();
        assertThat(found("Task", "HANDOVER")).isZero();
        assertThat(found("Consent", "CONSENT")).isZero();
        assertThat(found("Flag", "RISK")).isZero();
    }

    private int found(String type, String kind) {
        return server.get("%s?identifier=%s%%7C%s".formatted(type, Story.PRACTICE, story.identifier(kind)))
                .found()
                .size();
    }
}
