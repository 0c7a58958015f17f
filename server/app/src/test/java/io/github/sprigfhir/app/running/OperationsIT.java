package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Handing over, re-assigning, referring across, returning and escalating: each one call. */
@RunningServer
class OperationsIT {

    private static final String TRUST = "https://riverside-trust.example/id";

    private final Server server;
    private final Story story;
    private final Worker worker;
    private final Story.Referral referral;
    private final String walkers;
    private final String linkWorker;

    OperationsIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(Person.next(), server);
        worker = new Worker(server);
        referral = story.refer();
        worker.take(referral.task(), "in-progress");
        walkers = address("HealthcareService?identifier=" + TRUST + "%7CSERVICE-1");
        linkWorker = address("PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id%7C999000000030");
    }

    @Test
    void oneCallMakesTheOnwardReferralAndItsTask() {
        var made = handover("H1", "").hasStatus(200).as(Bundle.class);

        var onward = (ServiceRequest) made.getEntry().get(0).getResource();
        var task = (Task) made.getEntry().get(1).getResource();
        assertThat(onward.getBasedOnFirstRep().getReference()).isEqualTo(referral.serviceRequest());
        assertThat(onward.getReasonCode()).isNotEmpty();
        assertThat(task.getFocus().getReference()).isEqualTo("ServiceRequest/" + onward.getIdPart());
        assertThat(task.getOwner().getReference()).isEqualTo(walkers);
        assertThat(task.getRestriction().getPeriod().hasEnd()).isTrue();
    }

    @Test
    void calledAgainItMakesNothingNew() {
        var first = handover("H2", "").hasStatus(200).as(Bundle.class);
        var second = handover("H2", "").hasStatus(200).as(Bundle.class);

        assertThat(ids(second)).isEqualTo(ids(first));
    }

    @Test
    void aRefusedHandoverCanBeReassigned() {
        var refused = taskOf(handover("H3", "").hasStatus(200));
        worker.take(refused, "rejected", "22");

        var second = handover("H4", replaces(refused)).hasStatus(200);

        var task = server.get(taskOf(second)).as(Task.class);
        assertThat(task.getPartOfFirstRep().getReference()).isEqualTo(refused);
        assertThat(server.get(referral.serviceRequest())
                        .as(ServiceRequest.class)
                        .getStatus()
                        .toCode())
                .isEqualTo("active");
    }

    @Test
    void anOpenHandoverIsCancelledWhenItIsReassigned() {
        var open = taskOf(handover("H5", "").hasStatus(200));

        handover("H6", replaces(open)).hasStatus(200);

        assertThat(server.get(open).as(Task.class).getStatus()).isEqualTo(Task.TaskStatus.CANCELLED);
    }

    @Test
    void aServiceRefersOnToAnotherWithinTheSameEpisode() {
        var first = handover("H7", "").hasStatus(200).as(Bundle.class);
        var onward = "ServiceRequest/" + first.getEntry().get(0).getResource().getIdPart();

        var across = call(onward, "H8", "").hasStatus(200).as(Bundle.class);

        var request = (ServiceRequest) across.getEntry().get(0).getResource();
        assertThat(request.getBasedOnFirstRep().getReference()).isEqualTo(referral.serviceRequest());
    }

    @Test
    void allThatIsWrongWithACallIsToldAtOnce() {
        var answer = server.post(
                        referral.serviceRequest() + "/$handover",
                        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"mood\", \"valueString\": \"x\"}]}")
                .hasStatus(422);

        assertThat(answer.rules()).containsOnly("operation-parameter");
        assertThat(answer.expressions())
                .contains(
                        "Parameters.parameter.where(name = 'mood')",
                        "Parameters.parameter.where(name = 'service')",
                        "Parameters.parameter.where(name = 'firstContact')",
                        "Parameters.parameter.where(name = 'identifier')");
    }

    @Test
    void aHandoverMeetsTheRulesOfAnyTransaction() {
        worker.move(referral.task(), "completed", "").hasStatus(200);

        assertThat(handover("H9", "").hasStatus(422).rules()).contains("referral-ended");
    }

    @Test
    void aReturnedHandoverIsRejectedOrFailsByTheMovesOfTheTable() {
        var fresh = taskOf(handover("H10", "").hasStatus(200));
        var taken = taskOf(handover("H11", "").hasStatus(200));
        worker.take(taken, "on-hold");

        assertThat(giveBack(fresh).hasStatus(200).as(Task.class).getStatus()).isEqualTo(Task.TaskStatus.REJECTED);
        assertThat(giveBack(taken).hasStatus(200).as(Task.class).getStatus()).isEqualTo(Task.TaskStatus.FAILED);
        assertThat(server.get(taken + "/_history").bundle().getEntry()).hasSize(7);
        giveBack(taken).hasStatus(200);
        assertThat(server.get(taken + "/_history").bundle().getEntry()).hasSize(7);
    }

    @Test
    void whatWasCompletedIsNotReturned() {
        worker.move(referral.task(), "completed", "").hasStatus(200);

        assertThat(giveBack(referral.task()).hasStatus(422).rules()).contains("handover-ended");
    }

    @Test
    void immediateRiskEndsTheEpisodeAndTheGpIsTold() {
        var onward = taskOf(handover("H12", "").hasStatus(200));

        server.post(
                        referral.serviceRequest() + "/$escalate",
                        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"reason\", \"valueString\": \"Spoke of harming herself.\"}]}")
                .hasStatus(200);

        assertThat(server.get(onward).as(Task.class).getStatus().toCode()).isEqualTo("rejected");
        assertThat(server.get(referral.task()).as(Task.class).getStatus().toCode())
                .isEqualTo("failed");
        assertThat(server.get(referral.serviceRequest()).body()).contains("revoked", "escalated-to-gp");
        var feedback = server.get(
                        "Communication?category=https://sprig-fhir.github.io/ig/CodeSystem/communication-kind%7Cfeedback&based-on="
                                + referral.serviceRequest())
                .found();
        assertThat(feedback).hasSize(1);
        assertThat(((Communication) feedback.get(0)).getRecipient())
                .anyMatch(recipient -> String.valueOf(recipient.getReference()).startsWith("Organization/"));
        assertThat(server.get("Provenance?target=" + onward).found()).isNotEmpty();
    }

    @Test
    void whatNobodyHasClaimedEndsWithTheEpisodeToo() {
        var pool = Handover.inTheOpenPool(
                server, server.get(referral.task()).as(Task.class), story.identifier("UNCLAIMED"));

        server.post(
                        referral.serviceRequest() + "/$escalate",
                        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"reason\", \"valueString\": \"Spoke of harming herself.\"}]}")
                .hasStatus(200);

        assertThat(pool.status()).isEqualTo("cancelled");
        assertThat(server.get(referral.serviceRequest()).body()).contains("revoked", "escalated-to-gp");
    }

    private Answer handover(String identifier, String more) {
        return call(referral.serviceRequest(), identifier, more);
    }

    private Answer call(String request, String identifier, String more) {
        return server.post(
                request + "/$handover", """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "service", "valueReference": {"reference": "%s"}},
                  {"name": "firstContact", "valueCoding": {"system": "https://sprig-fhir.github.io/ig/CodeSystem/party", "code": "provider"}},
                  {"name": "nonAttendanceAction", "valueCoding": {"system": "https://sprig-fhir.github.io/ig/CodeSystem/non-attendance-action", "code": "tell-link-worker"}},
                  {"name": "outcomesReturned", "valueBoolean": true},
                  {"name": "requester", "valueReference": {"reference": "%s"}},
                  %s
                  {"name": "identifier", "valueIdentifier": {"system": "https://dale-link-workers.example/id", "value": "%s"}}]}
                """.formatted(walkers, linkWorker, more, story.identifier(identifier)));
    }

    private static String replaces(String task) {
        return "{\"name\": \"replaces\", \"valueReference\": {\"reference\": \"%s\"}},".formatted(task);
    }

    private Answer giveBack(String task) {
        return server.post(task + "/$return", """
                {"resourceType": "Parameters", "parameter": [{"name": "reason", "valueCodeableConcept": {"coding": [
                  {"system": "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars", "code": "40"}]}}]}""");
    }

    private static String taskOf(Answer answer) {
        return "Task/" + answer.as(Bundle.class).getEntry().get(1).getResource().getIdPart();
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdPart())
                .toList();
    }

    private String address(String search) {
        var resource = server.get(search).found().get(0);
        return resource.fhirType() + "/" + resource.getIdPart();
    }
}
