package io.github.sprigfhir.app.platform.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import io.github.sprigfhir.app.platform.DatabaseSettings;
import java.time.Duration;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.junit.jupiter.api.Test;

/** What a sender is told when others wrote the same at the same time. */
class GaveUpTest {

    private static final String STATEMENT = "could not execute statement [ERROR: duplicate key value violates unique"
            + " constraint \"idx_resver_id_ver\"] [insert into HFJ_RES_VER (PID) values (?)]; SQL [insert into HFJ_RES_VER];"
            + " constraint [idx_resver_id_ver]";
    private static final String VERSION = "HAPI-0823: " + STATEMENT + "The operation has failed with a version"
            + " constraint failure. This generally means that two clients/threads were trying to update the same.";

    private final ErrorTranslator translator = new ErrorTranslator(new DatabaseSettings(Duration.ofSeconds(30)));

    @Test
    void whoWasTriedInVainIsToldToSendItAgain() {
        for (var last : new String[] {STATEMENT, VERSION, "Another request changed the same at the same time."}) {
            var told = told("HAPI-0549: Max retries (5) exceeded for version conflict: " + last);

            assertThat(told.getDetails().getCodingFirstRep().getCode()).isEqualTo("conflict");
            assertThat(told.getDetails().getText() + told.getDiagnostics())
                    .contains("however often this one was tried; it was not stored.", "Send it again.")
                    .doesNotContainIgnoringCase("retries", "HFJ_", "idx_", "SQL", "constraint", "statement");
        }
    }

    @Test
    void whoseUpdateCameSecondIsToldToReadFirst() {
        for (var last : new String[] {STATEMENT, VERSION}) {
            var told = told("HAPI-0550: " + last);

            assertThat(told.getDetails().getText() + told.getDiagnostics())
                    .contains("changed the same at the same time; this one was not stored.", "Read the current version")
                    .doesNotContainIgnoringCase("HFJ_", "idx_", "SQL", "constraint", "statement");
        }
    }

    @Test
    void anotherConflictIsToldAsItIs() {
        var referred = "Unable to delete Patient/1 because at least one resource has a reference to this resource.";

        for (var before : new String[] {"", "HAPI-0549: Max retries (5) exceeded for version conflict: "}) {
            var told = told(before + "HAPI-0550: HAPI-0515: " + referred);

            assertThat(told.getDetails().getText() + told.getDiagnostics())
                    .contains(referred)
                    .doesNotContain("HAPI", "retries");
        }
    }

    private OperationOutcomeIssueComponent told(String message) {
        var answer = translator.translate(new ResourceVersionConflictException(message), null);
        assertThat(answer.getStatusCode()).isEqualTo(409);
        return ((OperationOutcome) answer.getOperationOutcome()).getIssueFirstRep();
    }
}
