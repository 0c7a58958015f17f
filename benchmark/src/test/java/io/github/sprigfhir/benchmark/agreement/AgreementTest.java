package io.github.sprigfhir.benchmark.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.benchmark.agreement.Disagreement.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each mistake that a server can make is planted once: a check that found none of them would prove nothing. */
class AgreementTest {

    private static final String REFERRED = "871731000000106";

    private final Told told = new Told();

    @Test
    void anEpisodeThatWentByTheTableAgrees() {
        assertThat(told.broken()).isEmpty();
    }

    @Test
    void aMissingVersionOfATaskIsFound() {
        told.task.remove(5);
        told.root.set(1, Told.request(2, "active"));

        assertFound(Kind.VERSION_MISSING);
    }

    @Test
    void aMissingFirstVersionIsFound() {
        told.task.remove(0);

        assertFound(Kind.VERSION_MISSING);
    }

    @Test
    void aMissingVersionOfARequestIsFound() {
        told.root.remove(1);

        assertFound(Kind.VERSION_MISSING);
    }

    @Test
    void aMoveThatIsNotInTheTableIsFound() {
        told.task.remove(4);
        told.task.remove(3);

        assertFound(Kind.MOVE_NOT_IN_TABLE);
    }

    @Test
    void aTaskThatBeganInTheMiddleIsFound() {
        told.task.set(0, Told.task(1, "received", ""));

        assertFound(Kind.MOVE_NOT_IN_TABLE);
    }

    @Test
    void aStatusThatNoHandoverHasIsFound() {
        told.task.set(3, Told.with(told.task.get(3), "status", "\"ready\""));

        assertFound(Kind.MOVE_NOT_IN_TABLE);
    }

    @Test
    void anEndWithoutAReasonIsFound() {
        told.task.set(7, Told.without(told.task.get(7), "statusReason"));

        assertFound(Kind.MOVE_NOT_IN_TABLE);
    }

    @Test
    void aCompletionWithoutAnOutputIsFound() {
        told.task.set(7, Told.with(told.task.get(7), "status", "\"completed\""));

        assertFound(Kind.MOVE_NOT_IN_TABLE);
    }

    @Test
    void anOwnersMoveWithoutAnOwnerIsFound() {
        told.task.replaceAll(version -> Told.without(version, "owner"));

        assertFound(Kind.MOVE_NOT_IN_TABLE);
    }

    @Test
    void aChangeOfWhatHasEndedIsFound() {
        told.task.add(Told.with(told.task.get(7), "meta", "{\"versionId\": \"9\"}"));

        assertFound(Kind.MOVE_NOT_IN_TABLE);
    }

    @Test
    void aSecondOwnerIsFound() {
        told.task.set(7, Told.with(told.task.get(7), "owner", "{\"reference\": \"HealthcareService/other\"}"));

        assertFound(Kind.OWNER_CHANGED);
    }

    @Test
    void aLateClaimIsFound() {
        told.task.set(1, Told.without(told.task.get(1), "owner"));
        told.task.set(2, Told.without(told.task.get(2), "owner"));

        assertFound(Kind.OWNER_CHANGED);
    }

    @Test
    void aVersionWithoutProvenanceIsFound() {
        told.provenances.remove(3);

        assertFound(Kind.PROVENANCE_COUNT);
    }

    @Test
    void aRequestsVersionWithoutProvenanceIsFound() {
        told.provenances.set(7, Told.provenance("fail", "Task/t/_history/8"));

        assertFound(Kind.PROVENANCE_COUNT);
    }

    @Test
    void aVersionWithTwoProvenancesIsFound() {
        told.provenances.add(Told.provenance("accept", "Task/t/_history/4"));

        assertFound(Kind.PROVENANCE_COUNT);
    }

    @Test
    void aWrongMoveInProvenanceIsFound() {
        for (var index = 0; index < told.provenances.size(); index++) {
            var spoilt = new Told();
            var right = spoilt.provenances.get(index);
            spoilt.provenances.set(index, Told.with(right, "activity", "{}"));

            assertThat(Told.kinds(spoilt.broken())).containsExactly(Kind.PROVENANCE_MOVES);
        }
    }

    @Test
    void aRequestOutOfStepWithItsTasksIsFound() {
        told.root.set(3, Told.request(4, "completed"));

        assertFound(Kind.REQUEST_STATUS);
    }

    @Test
    void aRequestThatRestsWhileItsTaskIsOpenIsFound() {
        told.task.remove(7);
        told.communications.clear();
        told.root.remove(3);
        told.observations.remove(2);
        told.provenances.remove(7);
        assertThat(told.broken()).isEmpty();
        told.root.set(2, Told.request(3, "on-hold"));

        assertFound(Kind.REQUEST_STATUS);
    }

    @Test
    void aReferralThatWasReopenedIsFound() {
        told.root.set(1, Told.request(2, "completed"));

        assertFound(Kind.REQUEST_REOPENED);
    }

    @Test
    void eachMissingLifecycleCodeIsFound() {
        for (var index = 0; index < told.observations.size(); index++) {
            var spoilt = new Told();
            spoilt.observations.remove(index);

            assertThat(Told.kinds(spoilt.broken())).containsExactly(Kind.LIFECYCLE);
        }
    }

    @Test
    void aLifecycleCodeThatIsThereTwiceIsFound() {
        told.observations.add(Told.observation(REFERRED));

        assertFound(Kind.LIFECYCLE);
    }

    @Test
    void seenWithoutAnAttendedContactIsFound() {
        told.encounters.set(0, Told.contact("did-not-attend"));

        assertFound(Kind.LIFECYCLE);
    }

    @Test
    void closedBeforeTheEndIsFound() {
        told.task.remove(7);
        told.communications.clear();
        told.root.remove(3);
        told.provenances.remove(7);

        assertFound(Kind.LIFECYCLE);
    }

    @Test
    void declinedIsOnRecordWhenThePersonChoseTheEnd() {
        told.root.set(3, Told.with(told.root.get(3), "extension", """
                [{"url": "http://hl7.org/fhir/StructureDefinition/request-statusReason", "valueCodeableConcept": {
                  "coding": [{"system": "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars", "code": "26"}]}}]"""));

        assertFound(Kind.LIFECYCLE);
        told.observations.add(Told.observation("871711000000103"));
        assertThat(told.broken()).isEmpty();
    }

    @Test
    void anEndWithoutFeedbackIsFound() {
        told.communications.clear();

        assertFound(Kind.FEEDBACK);
    }

    @Test
    void feedbackThatWasSentTwiceIsFound() {
        told.communications.add(Told.feedback("failed", "PractitionerRole/gp"));

        assertFound(Kind.FEEDBACK);
    }

    @Test
    void feedbackAboutAnotherEndOrToAnotherIsFound() {
        for (var wrong : List.of(
                Told.feedback("completed", "PractitionerRole/gp"), Told.feedback("failed", "PractitionerRole/other"))) {
            told.communications.set(0, wrong);

            assertFound(Kind.FEEDBACK);
        }
    }

    @Test
    void feedbackBeforeTheEndIsFound() {
        told.task.remove(7);
        told.root.remove(3);
        told.observations.remove(2);
        told.provenances.remove(7);

        assertFound(Kind.FEEDBACK);
    }

    @Test
    void whatWasAcknowledgedIsOnRecordInThatVersionAndStatus() {
        var records = told.records();

        assertThat(records.has("Task/t", 8, "failed")).isTrue();
        assertThat(records.has("Task/t", 8, "")).isTrue();
        assertThat(records.has("Task/t", 8, "completed")).isFalse();
        assertThat(records.has("Task/t", 9, "")).isFalse();
        assertThat(records.has("Task/another", 1, "")).isFalse();
        assertThat(records.has("ServiceRequest/r", 5, "")).isFalse();
        assertThat(records.has("Encounter/e", 1, "finished")).isTrue();
        assertThat(records.has("Encounter/another", 1, "finished")).isFalse();
    }

    private void assertFound(Kind kind) {
        assertThat(Told.kinds(told.broken())).contains(kind);
    }
}
