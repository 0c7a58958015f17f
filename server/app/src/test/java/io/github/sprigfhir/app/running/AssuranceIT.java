package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.VerificationResult;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The level of a service follows from the evidence that is valid today, and who is handed over needs no more than that. */
@GuardedServer
class AssuranceIT {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String LEVEL = IG + "StructureDefinition/service-assurance-level";
    private static final String OWN = IG + "StructureDefinition/own-service";
    private static final String[] LEVEL_1 = {"data-protection", "safeguarding-dbs", "insurance", "health-safety-risk"};
    private static final String[] LEVEL_2 = {
        "lone-working", "equality", "governing-document", "pathway", "skills-experience", "first-aid"
    };
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    private final Server admin;
    private final Server gp;
    private final Server linkWorker;
    private final String charity;
    private final String service;
    private final String conversed;

    AssuranceIT(@LocalServerPort int port) {
        var server = new Server(port);
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        Story.about(Person.next(), admin);
        conversed = address("Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code%7CU99001");
        charity = organisation();
        service = service(charity);
    }

    @Test
    void theLevelIsWrittenWithTheEvidenceThatGivesIt() {
        assertThat(level(service)).isEmpty();

        var first = evidence(charity, "recorded-conversation", "validated", today.plusYears(1), LEVEL_1);
        assertThat(level(service)).isEqualTo("1");
        evidence(service, "quality-mark", "validated", today.plusYears(1), LEVEL_2);
        assertThat(level(service)).isEqualTo("2");
        assertThat(level(service(charity))).isEqualTo("1");

        admin.delete(first);
        assertThat(level(service)).isEmpty();
    }

    @Test
    void whoSendsALevelOfTheirOwnIsToldThatItIsComputed() {
        evidence(charity, "grant-or-contract", "validated", today.plusYears(1), LEVEL_1);
        var stored = admin.get(service).as(HealthcareService.class);
        ((Coding) stored.getExtensionByUrl(LEVEL).getValue()).setCode("3").setDisplay(null);

        var answer = admin.put(service, Json.of(stored)).hasStatus(200);

        assertThat(answer.headers().allValues("Warning")).anyMatch(warning -> warning.contains("assurance level"));
        assertThat(level(service)).isEqualTo("1");
    }

    @Test
    void anUmbrellaHoldsAsLongAsTheLargerOrganisationCanShowTheSame() {
        var larger = organisation();
        create(evidence(charity, "umbrella", "validated", today.plusYears(1), larger, LEVEL_1));
        assertThat(level(service)).isEmpty();

        var theirs = evidence(larger, "quality-mark", "validated", today.plusYears(1), LEVEL_1);
        assertThat(level(service)).isEqualTo("1");

        var failed = admin.get(theirs).as(VerificationResult.class).setStatus(VerificationResult.Status.VALFAIL);
        admin.put(theirs, Json.of(failed)).hasStatus(200);
        assertThat(level(service)).isEmpty();
    }

    @Test
    void evidenceThatRunsOutIsAskedForAgainAndThenCountsNoMore() throws InterruptedException {
        var soon = evidence(charity, "recorded-conversation", "validated", today.plusDays(20), LEVEL_1);
        assertThat(level(service)).isEqualTo("1");
        eventually(() -> status(soon).equals("req-revalid"));
        assertThat(level(service)).isEqualTo("1");
        assertThat(admin.get("VerificationResult?status=req-revalid&_count=200&valid-until=" + today.plusDays(20))
                        .found())
                .anyMatch(found -> soon.endsWith(found.getIdPart()));

        var over = admin.get(soon).as(VerificationResult.class);
        over.setNextScheduledElement(new DateType(today.toString()));
        admin.put(soon, Json.of(over)).hasStatus(200);
        assertThat(level(service)).isEmpty();
        eventually(() -> status(soon).equals("reval-fail"));
    }

    @Test
    void aRiskAsksForALevelAndANamedPersonMayAnswerForLess() {
        var agreed = service(
                address("Organization?identifier=https://register-of-charities.charitycommission.gov.uk%7C9999001"));
        var story = Story.about(Person.next(), admin);
        var asking = story.gpReferral().replaceFirst("\"resourceType\": \"Flag\",", """
                "resourceType": "Flag", "extension": [{
                  "url": "https://sprig-fhir.github.io/ig/StructureDefinition/required-assurance-level",
                  "valueCoding": {"system": "https://sprig-fhir.github.io/ig/CodeSystem/assurance-level", "code": "2"}}],""");
        var referral = gp.transaction(asking).locations().get(3);
        linkWorker
                .post("Consent", story.consent("TRUST", Story.TRUST, "2026-09-07T10:06:00+01:00"))
                .hasStatus(201);

        var refused = handOver(referral, agreed, story, "");
        assertThat(refused.hasStatus(422).rules()).containsExactly("insufficient-assurance");
        assertThat(refused.body()).contains("level 2", "level 1").doesNotContain("Flag");

        assertThat(handOver(
                                referral,
                                agreed,
                                story,
                                override(
                                        "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000013"))
                        .hasStatus(422)
                        .rules())
                .containsExactly("access-author");
        var half = "{\"name\": \"overrideReason\", \"valueString\": \"She knows them.\"},";
        assertThat(handOver(referral, agreed, story, half).hasStatus(422).rules())
                .contains("operation-parameter");

        var jo = "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030";
        var made =
                handOver(referral, agreed, story, override(jo)).hasStatus(200).as(Bundle.class);
        assertThat(made.getEntry().get(0).getResource().getIdPart()).isNotEmpty();
    }

    @Test
    void whoRefersToAServiceOfTheirOwnIsMarkedAsSuch() {
        var network = address("Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code%7CU99001");
        var own = service(network);
        var story = Story.about(Person.next(), admin);
        var referral = story.referredBy(gp).serviceRequest();

        var answer = handOver(referral, own, story, "").hasStatus(200);

        assertThat(answer.headers().allValues("Warning")).anyMatch(warning -> warning.contains("marked so"));
        var onward = (ServiceRequest) answer.as(Bundle.class).getEntry().get(0).getResource();
        assertThat(onward.hasExtension(OWN)).isTrue();
        assertThat(linkWorker.get(referral).as(ServiceRequest.class).hasExtension(OWN))
                .isFalse();
    }

    private static String override(String by) {
        return """
                {"name": "overrideBy", "valueReference": {"reference": "%s"}},
                {"name": "overrideReason", "valueString": "She knows them, and a friend goes along."},""".formatted(by);
    }

    private Answer handOver(String referral, String to, Story story, String more) {
        return linkWorker.post(referral + "/$handover", """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "service", "valueReference": {"reference": "%s"}},
                  {"name": "firstContact", "valueCoding": {"system": "https://sprig-fhir.github.io/ig/CodeSystem/party", "code": "provider"}},
                  {"name": "nonAttendanceAction", "valueCoding": {"system": "https://sprig-fhir.github.io/ig/CodeSystem/non-attendance-action", "code": "tell-link-worker"}},
                  {"name": "outcomesReturned", "valueBoolean": true},
                  %s
                  {"name": "identifier", "valueIdentifier": {"system": "https://dale-link-workers.example/id", "value": "%s"}}]}
                """.formatted(to, more, story.identifier("ASSURED")));
    }

    private String organisation() {
        return "Organization/"
                + admin.post("Organization", """
                {"resourceType": "Organization", "active": true, "name": "A charity",
                 "identifier": [{"system": "https://world.example/id", "value": "%s"}]}""".formatted(UUID.randomUUID()))
                        .hasStatus(201)
                        .id();
    }

    private String service(String organisation) {
        return "HealthcareService/"
                + admin.post("HealthcareService", """
                {"resourceType": "HealthcareService", "active": true, "name": "A group",
                 "identifier": [{"system": "https://world.example/id", "value": "%s"}],
                 "extension": [{"url": "https://sprig-fhir.github.io/ig/StructureDefinition/service-need", "valueCodeableConcept": {
                     "coding": [{"system": "https://sprig-fhir.github.io/ig/CodeSystem/need-category", "code": "loneliness-isolation"}]}}],
                 "category": [{"coding": [{"system": "https://sprig-fhir.github.io/ig/CodeSystem/service-category", "code": "community-service"}]}],
                 "providedBy": {"reference": "%s"}}""".formatted(UUID.randomUUID(), organisation))
                        .hasStatus(201)
                        .id();
    }

    private String evidence(String about, String kind, String status, LocalDate until, String... measures) {
        return create(evidence(about, kind, status, until, conversed, measures));
    }

    private String create(String evidence) {
        return "VerificationResult/"
                + admin.post("VerificationResult", evidence).hasStatus(201).id();
    }

    private String evidence(String about, String kind, String status, LocalDate until, String by, String... measures) {
        var extensions = new StringBuilder();
        for (var measure : measures) {
            extensions.append(
                    ", {\"url\": \"%sStructureDefinition/assured-measure\", \"valueCodeableConcept\": {\"coding\": [{\"system\": \"%sCodeSystem/assurance-measure\", \"code\": \"%s\"}]}}"
                            .formatted(IG, IG, measure));
        }
        if (kind.equals("quality-mark")) {
            extensions.append(
                    ", {\"url\": \"%sStructureDefinition/assurance-mark\", \"valueCodeableConcept\": {\"text\": \"A mark\"}}"
                            .formatted(IG));
        }
        return """
                {"resourceType": "VerificationResult", "status": "%s", "lastPerformed": "%s", "nextScheduled": "%s",
                 "extension": [{"url": "%sStructureDefinition/assurance-identifier", "valueIdentifier": {"system": "https://world.example/id", "value": "%s"}}%s],
                 "target": [{"reference": "%s"}],
                 "validationProcess": [{"coding": [{"system": "%sCodeSystem/assurance-evidence", "code": "%s"}]}],
                 "primarySource": [{"who": {"reference": "%s"}}]}
                """.formatted(
                        status, today.minusDays(30), until, IG, UUID.randomUUID(), extensions, about, IG, kind, by);
    }

    private String level(String of) {
        var level = admin.get(of).as(HealthcareService.class).getExtensionByUrl(LEVEL);
        return level == null ? "" : ((Coding) level.getValue()).getCode();
    }

    private String status(String evidence) {
        return admin.get(evidence).as(VerificationResult.class).getStatus().toCode();
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 120 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(500);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private String address(String search) {
        var found = admin.get(search).found().get(0);
        return found.fhirType() + "/" + found.getIdPart();
    }
}
