package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody is asked about a person whose consent does not cover them, whichever way they are asked. */
@RunningServer
class ConsentIT {

    private static final String TRUST_SERVICE =
            "HealthcareService?identifier=https://riverside-trust.example/id|SERVICE-1";

    private final Server server;
    private final Person person = Person.next();
    private final Story story;

    ConsentIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(person, server);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            it names somebody else  | "U99001"  | "A99001" | consent-not-given
            it is for research      | "TREAT"   | "HRESCH" | consent-not-given
            it was taken back       | CONSENT   | inactive | consent-withdrawn
            it begins tomorrow      | "start": "2026-09-07" | "start": "2126-09-07" | consent-out-of-period
            it is over              | "start": "2026-09-07" | "start": "2026-09-07", "end": "2026-09-08" | consent-out-of-period
            """)
    void aReferralIsRefusedIf(String why, String from, String to, String rule) {
        var answer = server.transaction(referral(consent -> spoil(consent, from, to)))
                .hasStatus(422);

        assertThat(answer.rules()).containsExactly(rule);
        assertThat(answer.expressions()).containsExactly("Bundle.entry[3].resource.supportingInfo[0]");
        person.secrets().forEach(secret -> assertThat(answer.body()).doesNotContain(secret));
        assertThat(server.get("Patient?family=" + person.family()).found()).isEmpty();
    }

    @Test
    void aConsentOfSomebodyElseDoesNot() {
        var other = Story.about(Person.next(), server).refer();
        story.refer();
        var referral = Json.read(Bundle.class, story.gpReferral());
        var request = (ServiceRequest) referral.getEntry().get(3).getResource();
        request.getIdentifierFirstRep().setValue(story.identifier("ANOTHER"));
        referral.getEntry().get(3).getRequest().setIfNoneExist(null);
        request.getSupportingInfo().get(0).setReference(other.consent());

        var answer = server.transaction(Json.of(referral)).hasStatus(422);

        assertThat(answer.rules()).containsExactly("same-person");
    }

    @Test
    void aConsentThatIsNotTheLatestWordDoesNot() {
        story.refer();
        var no = Json.read(Consent.class, story.consent("NO", Story.NETWORK, "2026-10-07T10:00:00Z"));
        no.getProvision().addProvision(no.getProvision().copy().setType(Consent.ConsentProvisionType.DENY));
        server.post("Consent", Json.of(no)).hasStatus(201);
        var again = story.gpReferral()
                .replace(story.identifier("REFERRAL"), story.identifier("REFERRAL") + "-B")
                .replace(story.identifier("HANDOVER"), story.identifier("HANDOVER") + "-B");

        var answer = server.transaction(again).hasStatus(422);

        assertThat(answer.rules()).containsExactly("consent-overruled");
    }

    @Test
    void anOfferAsksNobodyAndNeedsNone() {
        server.transaction(story.offer()).hasStatus(200);
    }

    @Test
    void theOnwardReferralBringsItsOwnConsent() {
        story.referOnly();

        server.transaction(story.onwardReferral()).hasStatus(200);
    }

    @Test
    void withoutItTheOnwardReferralIsRefused() {
        var referral = story.referOnly();
        var onward = Json.read(Bundle.class, story.onwardReferral());
        onward.getEntry().remove(3);
        var request = (ServiceRequest) onward.getEntry().get(1).getResource();
        request.getSupportingInfo().get(0).setReference(referral.consent());

        var answer = server.transaction(Json.of(onward)).hasStatus(422);

        assertThat(answer.rules()).containsExactly("consent-not-given");
        assertThat(answer.expressions()).containsExactly("Bundle.entry[1].resource.supportingInfo[0]");
    }

    @Test
    void oneCallToHandOverNeedsItToo() {
        var referral = story.referOnly();

        assertThat(handover(referral).hasStatus(422).rules()).containsExactly("consent-not-given");

        var consent = server.post("Consent", story.consent("TRUST", Story.TRUST, "2026-10-07T10:00:00Z"))
                .hasStatus(201)
                .id();
        var made = handover(referral).hasStatus(200).as(Bundle.class);
        var onward = (ServiceRequest) made.getEntry().get(0).getResource();
        assertThat(onward.getSupportingInfo().get(0).getReference()).isEqualTo("Consent/" + consent);
    }

    @Test
    void nobodyTakesFromTheOpenPoolWhatConsentDoesNotCover() {
        var referral = story.referOnly();
        var pool = Handover.inTheOpenPool(server, server.get(referral.task()).as(Task.class), story.identifier("POOL"));
        var claim = Handover.owner(TRUST_SERVICE);

        var answer = pool.put(claim).hasStatus(422);
        assertThat(answer.rules()).containsExactly("consent-not-given");
        assertThat(answer.expressions()).containsExactly("Task.owner");

        server.post("Consent", story.consent("TRUST", Story.TRUST, "2026-10-07T10:00:00Z"))
                .hasStatus(201);
        pool.put(claim).hasStatus(200);
    }

    @Test
    void aRequestIsNotTurnedToAnotherServiceBehindThePersonsBack() {
        var referral = story.referOnly();
        var request = server.get(referral.serviceRequest()).as(ServiceRequest.class);
        request.getPerformerFirstRep().setReference(TRUST_SERVICE);

        assertThat(server.put(referral.serviceRequest(), Json.of(request))
                        .hasStatus(422)
                        .rules())
                .containsExactly("referral-fixed");
    }

    @Test
    void whoAgreesForAPersonIsVerified() {
        var referral = story.referOnly();
        var consent = Json.read(Consent.class, story.consent("FOR", Story.TRUST, "2026-10-07T10:00:00Z"));
        consent.getPerformerFirstRep().setReference(null).setType("RelatedPerson");
        assertThat(server.post("Consent", Json.of(consent)).hasStatus(422).rules())
                .contains("sprig-representative-verified");

        var representative =
                consent.addExtension().setUrl("https://sprig-fhir.github.io/ig/StructureDefinition/representative");
        representative.addExtension(
                "authority",
                new Coding(
                        "https://sprig-fhir.github.io/ig/CodeSystem/representative-authority",
                        "lasting-power-of-attorney",
                        null));
        representative.addExtension("name", new StringType("Ivy Specimen"));
        consent.addVerification().setVerified(true).setVerificationDateElement(new DateTimeType("2026-10-07"));
        server.post("Consent", Json.of(consent)).hasStatus(201);
        handover(referral).hasStatus(200);
    }

    @Test
    void aConsentByAnotherPatientIsNotThePersonsOwn() {
        var other =
                server.post("Patient", Person.next().patient()).hasStatus(201).id();
        var referral = story.referOnly();
        var consent = Json.read(Consent.class, story.consent("FOR", Story.TRUST, "2026-10-07T10:00:00Z"));
        consent.getPerformerFirstRep().setReference("Patient/" + other);

        assertThat(server.post("Consent", Json.of(consent)).hasStatus(422).rules())
                .containsExactly("same-person");
        assertThat(handover(referral).hasStatus(422).rules()).containsExactly("consent-not-given");
    }

    @Test
    void whatHasEndedIsNotTakenUpAgainAndNothingIsDeleted() {
        var id = "Consent/"
                + server.post("Consent", trustConsent(story.referOnly()))
                        .hasStatus(201)
                        .id();
        change(id, consent -> consent.setStatus(Consent.ConsentState.INACTIVE)).hasStatus(200);

        assertThat(change(id, consent -> consent.setStatus(Consent.ConsentState.ACTIVE))
                        .hasStatus(422)
                        .rules())
                .containsExactly("consent-ended");
        assertThat(server.delete(id).hasStatus(422).rules()).containsExactly("consent-kept");
    }

    @Test
    void aConsentStaysAboutItsPerson() {
        var other =
                server.post("Patient", Person.next().patient()).hasStatus(201).id();
        var id = "Consent/"
                + server.post("Consent", trustConsent(story.referOnly()))
                        .hasStatus(201)
                        .id();

        assertThat(change(id, consent -> consent.getPatient().setReference("Patient/" + other))
                        .hasStatus(422)
                        .rules())
                .containsExactly("consent-person-fixed");
    }

    @Test
    void whoIsNoOrganisationIsNoActorHoweverTheyAreReferredTo() {
        var answer = server.transaction(
                        story.gpReferral().replace(Story.NETWORK, "urn:uuid:5b1c7a10-0000-4000-8000-000000000101"))
                .hasStatus(422);

        assertThat(answer.rules()).contains("consent-actor");
        assertThat(answer.expressions()).contains("Bundle.entry[1].resource.provision");
    }

    private String trustConsent(Story.Referral referral) {
        assertThat(referral.patient()).isNotEmpty();
        return story.consent("TRUST", Story.TRUST, "2026-10-07T10:00:00Z");
    }

    private Answer change(String address, Consumer<Consent> change) {
        var consent = server.get(address).as(Consent.class);
        change.accept(consent);
        return server.put(address, Json.of(consent));
    }

    private String referral(Consumer<StringBuilder> change) {
        var referral = Json.read(Bundle.class, story.gpReferral());
        var consent = new StringBuilder(Json.of(referral.getEntry().get(1).getResource()));
        change.accept(consent);
        referral.getEntry().get(1).setResource(Json.read(Consent.class, consent.toString()));
        return Json.of(referral);
    }

    private static void spoil(StringBuilder consent, String from, String to) {
        var text = consent.toString().replace("\":\"", "\": \"").replace("\",\"", "\", \"");
        var spoilt = from.equals("CONSENT")
                ? text.replace("\"status\": \"active\"", "\"status\": \"" + to + "\"")
                : text.replace(from, to).replace("|" + from.replace("\"", ""), "|" + to.replace("\"", ""));
        assertThat(spoilt).isNotEqualTo(text);
        consent.setLength(0);
        consent.append(spoilt);
    }

    private Answer handover(Story.Referral referral) {
        return server.post(
                referral.serviceRequest() + "/$handover", """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "service", "valueReference": {"reference": "%s"}},
                  {"name": "firstContact", "valueCoding": {"system": "https://sprig-fhir.github.io/ig/CodeSystem/party", "code": "provider"}},
                  {"name": "nonAttendanceAction", "valueCoding": {"system": "https://sprig-fhir.github.io/ig/CodeSystem/non-attendance-action", "code": "tell-link-worker"}},
                  {"name": "outcomesReturned", "valueBoolean": true},
                  {"name": "requester", "valueReference": {"reference": "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030"}},
                  {"name": "identifier", "valueIdentifier": {"system": "https://dale-link-workers.example/id", "value": "%s"}}]}
                """.formatted(TRUST_SERVICE, story.identifier("H")));
    }
}
