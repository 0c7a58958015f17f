package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What follows for an episode from its handovers and contacts: the referral's status and the codes of its pathway. */
@RunningServer
class EpisodeIT {

    private static final String REFERRED = "871731000000106";
    private static final String OFFERED = "871691000000100";
    private static final String DECLINED = "871711000000103";
    private static final String SEEN = "1362931000000106";
    private static final String SIGNPOSTED = "1084281000000109";
    private static final String CLOSED = "1362721000000106";

    private static final String STATUS = "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"%s\"}]";

    private final Server server;
    private final Story story;
    private final Worker worker;

    EpisodeIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(Person.next(), server);
        worker = new Worker(server);
    }

    @Test
    void aReferralIsRecordedOnceHoweverOftenItIsSent() {
        var referral = story.refer();
        story.refer();

        assertThat(codes(referral.serviceRequest())).containsExactly(REFERRED);
    }

    @ParameterizedTest
    @CsvSource({
        "received, active",
        "in-progress, active",
        "on-hold, on-hold",
        "completed, completed",
        "rejected, revoked",
        "failed, revoked"
    })
    void theReferralFollowsItsHandover(String moved, String status) {
        var referral = story.refer();

        worker.take(referral.task(), moved);

        assertThat(request(referral.serviceRequest()).getStatus().toCode()).isEqualTo(status);
    }

    @Test
    void aHandoverTakenUpAgainMakesTheReferralActiveAgain() {
        var referral = story.refer();
        worker.take(referral.task(), "on-hold");

        worker.move(referral.task(), "in-progress", "").hasStatus(200);

        assertThat(request(referral.serviceRequest()).getStatus().toCode()).isEqualTo("active");
    }

    @Test
    void aNewHandoverWakesAReferralThatWasOnHold() {
        var referral = story.refer();
        worker.take(referral.task(), "on-hold");

        handOver();

        assertThat(request(referral.serviceRequest()).getStatus().toCode()).isEqualTo("active");
    }

    @Test
    void theReferralStaysOpenWhileACommunityServiceWorksOn() {
        var referral = story.refer();
        worker.take(referral.task(), "in-progress");
        var onward = handOver();
        worker.take(onward.get(2), "in-progress");

        worker.move(referral.task(), "completed", "").hasStatus(200);

        assertThat(request(referral.serviceRequest()).getStatus().toCode()).isEqualTo("active");
        worker.move(onward.get(2), "completed", "").hasStatus(200);
        assertThat(request(onward.get(1)).getStatus().toCode()).isEqualTo("completed");
        assertThat(request(referral.serviceRequest()).getStatus().toCode()).isEqualTo("completed");
        assertThat(codes(referral.serviceRequest())).containsExactlyInAnyOrder(REFERRED, CLOSED);
    }

    @Test
    void whyAReferralEndedIsSaidOnIt() {
        var referral = story.refer();

        worker.take(referral.task(), "rejected", "26");

        var reason = request(referral.serviceRequest())
                .getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/request-statusReason")
                .getValue();
        assertThat(((CodeableConcept) reason).getCodingFirstRep().getCode()).isEqualTo("26");
        assertThat(codes(referral.serviceRequest())).containsExactlyInAnyOrder(REFERRED, DECLINED, CLOSED);
    }

    @Test
    void noSenderSetsTheStatusOfAReferralThatHasHandovers() {
        var referral = story.refer();

        var answer = server.patch(referral.serviceRequest(), Server.JSON_PATCH, STATUS.formatted("completed"))
                .hasStatus(422);

        assertThat(answer.rules()).containsExactly("referral-status-follows");
        assertThat(answer.expressions()).containsExactly("ServiceRequest.status");
    }

    @Test
    void aReferralThatHasEndedTakesNothingMore() {
        var referral = story.refer();
        worker.take(referral.task(), "rejected");

        var answer = server.transaction(story.onwardReferral()).hasStatus(422);

        assertThat(answer.rules()).contains("referral-ended");
        assertThat(codes(referral.serviceRequest())).doesNotHaveDuplicates();
    }

    @Test
    void aHandoverIsAboutThePersonWhoWasReferred() {
        var referral = story.refer();
        var other =
                server.post("Patient", Person.next().patient()).hasStatus(201).id();
        var task = server.get(referral.task()).as(Task.class);
        task.setId((String) null);
        task.getIdentifierFirstRep().setValue("ANOTHER-" + other);
        task.getFor().setReference("Patient/" + other);

        var answer = server.post("Task", Json.of(task)).hasStatus(422);

        assertThat(answer.rules()).containsExactly("same-person");
        assertThat(answer.expressions()).containsExactly("Task.for");
    }

    @Test
    void theFirstContactThatTookPlaceIsRecordedOnce() {
        var referral = story.refer();
        worker.take(referral.task(), "in-progress");

        contact(1, false);
        assertThat(codes(referral.serviceRequest())).doesNotContain(SEEN);
        contact(2, true);
        contact(3, true);

        assertThat(codes(referral.serviceRequest())).containsExactlyInAnyOrder(REFERRED, SEEN);
    }

    @Test
    void contactsMakeTheLevelOfEngagement() {
        var referral = story.refer();
        worker.take(referral.task(), "in-progress");

        contact(1, true);
        assertThat(engagement(referral)).isEqualTo("light");
        contact(2, true);
        contact(3, true);
        assertThat(engagement(referral)).isEqualTo("medium");
    }

    @Test
    void whoStaysAwayTwiceRunningIsFlaggedUntilTheyCome() {
        var referral = story.refer();
        worker.take(referral.task(), "in-progress");

        contact(1, false);
        assertThat(flag(referral)).isNull();
        contact(2, false);
        assertThat(flag(referral)).isEqualTo("did-not-attend-twice");
        contact(3, true);
        assertThat(flag(referral)).isNull();
    }

    @Test
    void anOfferBecomesAReferral() {
        var offer = server.transaction(story.toldAnew("Bundle-example-offer.json")).locations().stream()
                .filter(location -> location.startsWith("ServiceRequest/"))
                .findFirst()
                .orElseThrow();
        assertThat(codes(offer)).containsExactly(OFFERED);

        var referral = server.transaction(story.gpReferral()).locations().get(3);
        var based = request(referral).addBasedOn(new Reference(offer));
        based.setId((String) null);
        based.getIdentifierFirstRep().setValue(story.identifier("AFTER-OFFER"));
        server.post("ServiceRequest", Json.of(based)).hasStatus(201);

        assertThat(request(offer).getStatus().toCode()).isEqualTo("completed");
    }

    @Test
    void anOfferThatIsDeclinedIsRecordedSo() {
        var offer = server.transaction(story.toldAnew("Bundle-example-offer.json")).locations().stream()
                .filter(location -> location.startsWith("ServiceRequest/"))
                .findFirst()
                .orElseThrow();

        server.patch(offer, Server.JSON_PATCH, STATUS.formatted("revoked")).hasStatus(200);

        assertThat(codes(offer)).containsExactlyInAnyOrder(OFFERED, DECLINED);
    }

    @Test
    void signpostingIsRecordedAndNobodyOwnsATask() {
        var referral = story.refer();
        var told = server.published("Communication-example-signposting.json")
                .replace("SIGNPOSTING-1", story.identifier("SIGNPOSTING"))
                .replace("ServiceRequest/example-referral", referral.serviceRequest())
                .replace("Patient/example-patient", referral.patient())
                .replace(
                        "HealthcareService/example-choir",
                        found("HealthcareService?identifier=https://riverside-trust.example/id%7CSERVICE-1"))
                .replace(
                        "PractitionerRole/example-link-worker-role",
                        found("PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id%7C999000000030"))
                .replaceFirst("\"id\": \"example-signposting\",", "");

        server.post("Communication", told).hasStatus(201);

        assertThat(codes(referral.serviceRequest())).containsExactlyInAnyOrder(REFERRED, SIGNPOSTED);
        assertThat(server.get("Task?patient=" + referral.patient()).found()).hasSize(1);
    }

    @Test
    void theServerSaysByWhenAHandoverIsToBeAcknowledged() {
        var referral = story.refer();

        var task = server.get(referral.task()).as(Task.class);

        // Authored on Monday 7 September 2026: ten working days later is Monday 21.
        assertThat(task.getRestriction().getPeriod().getEndElement().getValueAsString())
                .isEqualTo("2026-09-21");
        assertThat(server.get("Task?status=requested&due=lt2026-09-22&patient=" + referral.patient())
                        .found())
                .hasSize(1);
        assertThat(server.get("Task?status=requested&due=lt2026-09-21&patient=" + referral.patient())
                        .found())
                .isEmpty();
    }

    /** Outcome, onward referral, handover: where they are. */
    private List<String> handOver() {
        return server.transaction(story.onwardReferral()).locations();
    }

    private void contact(int number, boolean attended) {
        var bundle = story.toldAnew("Bundle-example-contact.json")
                .replace("CONTACT", "CONTACT-" + number)
                .replace("GOAL", "GOAL-" + number)
                .replace("2026-09-14T13:", "2026-09-%dT13:".formatted(14 + number));
        server.transaction(attended ? bundle : missed(bundle)).hasStatus(200);
    }

    private static String missed(String bundle) {
        return bundle.replace("\"code\": \"attended\"", "\"code\": \"did-not-attend\"")
                .replace("\"display\": \"Attended\"", "\"display\": \"Did not attend\"")
                .replaceAll("\"length\": \\{[^}]*},", "");
    }

    private ServiceRequest request(String address) {
        return server.get(address).hasStatus(200).as(ServiceRequest.class);
    }

    private String engagement(Story.Referral referral) {
        var extension = request(referral.serviceRequest())
                .getExtensionByUrl("https://sprig-fhir.github.io/ig/StructureDefinition/engagement-level");
        return ((Coding) extension.getValue()).getCode();
    }

    private @Nullable String flag(Story.Referral referral) {
        return server.get(referral.task())
                .as(Task.class)
                .getBusinessStatus()
                .getCodingFirstRep()
                .getCode();
    }

    private String found(String search) {
        var resource = server.get(search).found().get(0);
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** The codes on record for an episode. */
    private List<String> codes(String request) {
        return server.get("Observation?based-on=" + request).found().stream()
                .map(Observation.class::cast)
                .flatMap(observation -> Stream.of(observation.getCode().getCodingFirstRep()))
                .filter(coding -> coding.getSystem().equals("http://snomed.info/sct"))
                .map(Coding::getCode)
                .toList();
    }
}
