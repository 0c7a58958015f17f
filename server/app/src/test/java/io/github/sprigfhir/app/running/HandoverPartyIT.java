package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whose move it is, by what the header X-Provenance says of the sender. */
@RunningServer
class HandoverPartyIT {

    private static final String HEADER = "X-Provenance";
    private static final String ROLE = "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id%7C";
    private static final String ODS = "Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code%7C";

    private final Server server;
    private final Story.Referral referral;
    private final Story story;
    private final Handover handover;
    private final String service;
    private final String linkWorker;
    private final String network;
    private final String gp;
    private final String practice;
    private final String walkingGroup;

    HandoverPartyIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(Person.next(), server);
        referral = story.refer();
        handover = new Handover(server, referral.task());
        service = handover.task().getOwner().getReference();
        linkWorker = only(ROLE + "999000000030");
        gp = only(ROLE + "999000000013");
        network = only(ODS + "U99001");
        practice = only(ODS + "A99001");
        walkingGroup = only("HealthcareService?identifier=https://riverside-trust.example/id%7CSERVICE-1");
    }

    @Test
    void theOwnersMoveIsForTheOwnerAndForThoseWhoStandForIt() {
        handover.patch("received", HEADER, agent(service)).hasStatus(200);
        handover.patch("accepted", HEADER, agent(linkWorker)).hasStatus(200);
        handover.patch("in-progress", HEADER, agent(network)).hasStatus(200);
        handover.put(Handover.to("on-hold"), HEADER, agent(server.fhirBase() + "/" + linkWorker))
                .hasStatus(200);
        handover.patch("in-progress", HEADER, onBehalf("Practitioner?name=nobody-else", linkWorker))
                .hasStatus(400);
        handover.patch("in-progress", HEADER, onBehalf(gp, network)).hasStatus(200);
    }

    @Test
    void anybodyElseIsToldWhoseMoveItIs() {
        for (var stranger : List.of(gp, practice, walkingGroup)) {
            for (var answer : List.of(
                    handover.patch("received", HEADER, agent(stranger)),
                    server.patch(
                            referral.task(),
                            Server.JSON,
                            Changes.fhirPathReplace("Task.status", "received"),
                            HEADER,
                            agent(stranger)),
                    server.post(
                            "",
                            Changes.bundle(
                                    "transaction",
                                    Changes.entry("PUT", referral.task(), handover.changed(Handover.to("received")))),
                            HEADER,
                            agent(stranger)))) {
                assertThat(answer.hasStatus(422).rules()).containsExactly("handover-party");
                assertThat(answer.issues().get(0).getDetails().getText())
                        .startsWith("The move from requested to received is for the owner, " + service);
            }
        }
        assertThat(handover.status()).isEqualTo("requested");
    }

    @Test
    void onlyItsRequesterCancels() {
        for (var other : List.of(service, linkWorker, network, walkingGroup)) {
            assertThat(handover.put(Handover.to("cancelled"), HEADER, agent(other))
                            .hasStatus(422)
                            .rules())
                    .containsExactly("handover-party");
        }
        handover.put(Handover.to("cancelled"), HEADER, agent(practice)).hasStatus(200);
    }

    @Test
    void nobodyClaimsForAnother() {
        var pool = Handover.inTheOpenPool(server, handover.task(), story.identifier("POOL"));

        assertThat(pool.put(Handover.owner(service), HEADER, agent(walkingGroup))
                        .hasStatus(422)
                        .expressions())
                .containsExactly("Task.owner");
        pool.put(Handover.owner(service).andThen(Handover.to("received")), HEADER, agent(linkWorker))
                .hasStatus(200);
    }

    @Test
    void whoDoesNotSayIsHeldToTheTableAlone() {
        handover.through("received", "accepted", "in-progress", "cancelled");
    }

    @Test
    void eachEntryOfABatchIsJudgedByTheSameHeader() {
        var answer = server.post(
                "",
                Changes.bundle(
                        "batch", Changes.entry("PUT", referral.task(), handover.changed(Handover.to("received")))),
                HEADER,
                agent(gp));

        assertThat(answer.hasStatus(200)
                        .bundle()
                        .getEntryFirstRep()
                        .getResponse()
                        .getStatus())
                .startsWith("422");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "[]",
                "{}",
                "{\"resourceType\": \"Patient\"}",
                "{\"resourceType\": \"Provenance\"}",
                "{\"resourceType\": \"Provenance\", \"agent\": [{}]}",
                "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"identifier\": {\"value\": \"1\"}}}]}",
                "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"#1\"}}]}",
                "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"Device/1\"}}]}",
                "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"Organization/nobody\"}}]}",
                "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"Organization?identifier=https://nobody.example/id|1\"}}]}",
                "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"urn:uuid:5b1c7a10-0000-4000-8000-000000000202\"}}]}",
                "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"https://elsewhere.example/fhir/Organization/1\"}}]}",
            })
    void aHeaderThatCannotBeReadIsRefusedOnEveryWrite(String header) {
        for (var answer : List.of(
                handover.patch("received", HEADER, header),
                server.post("Patient", Person.next().patient(), HEADER, header),
                server.post("", Changes.bundle("batch", Changes.entry("GET", "Patient", "")), HEADER, header))) {
            assertThat(answer.hasStatus(400).rules()).containsExactly("provenance-header");
        }
        assertThat(handover.status()).isEqualTo("requested");
    }

    @Test
    void twoHeadersAreOneTooMany() {
        assertThat(handover.patch("received", HEADER, agent(service), HEADER, agent(gp))
                        .hasStatus(400)
                        .rules())
                .containsExactly("provenance-header");
    }

    private String only(String search) {
        var found = server.get(search).found();
        assertThat(found).as(search).hasSize(1);
        return found.get(0).fhirType() + "/" + found.get(0).getIdPart();
    }

    private static String agent(String who) {
        return "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"%s\"}}]}".formatted(who);
    }

    private static String onBehalf(String who, String whom) {
        return "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"%s\"}, \"onBehalfOf\": {\"reference\": \"%s\"}}]}"
                .formatted(who, whom);
    }
}
