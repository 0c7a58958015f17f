package io.github.sprigfhir.app.platform.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import io.github.sprigfhir.app.platform.DatabaseSettings;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a sender is told when the database gave a statement up. */
class TookTooLongTest {

    private final ErrorTranslator translator = new ErrorTranslator(new DatabaseSettings(Duration.ofSeconds(30)));

    @Test
    void isToldWithTheLimitAndNothingOfTheStatement() {
        var cancelled = new SQLException("ERROR: canceling statement due to statement timeout", "57014");

        var answer = translator.translate(
                new InternalErrorException("select * from hfj_resource", new IllegalStateException(cancelled)), null);

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(FhirContext.forR4Cached().newJsonParser().encodeToString(answer.getOperationOutcome()))
                .contains("time-limit", "30 s")
                .doesNotContain("hfj_", "57014", "statement timeout");
    }

    @Test
    void isKnownByItsWordsWhereASearchThreadPassedOnNoMore() {
        var answer = translator.translate(
                new InternalErrorException("HAPI-0163: JDBC [ERROR: canceling statement due to statement timeout]"),
                null);

        assertThat(answer.getStatusCode()).isEqualTo(503);
    }

    @Test
    void anotherFailureIsStillAFailure() {
        assertThat(translator
                        .translate(new InternalErrorException(new SQLException("ERROR: disk full", "53100")), null)
                        .getStatusCode())
                .isEqualTo(500);
    }
}
