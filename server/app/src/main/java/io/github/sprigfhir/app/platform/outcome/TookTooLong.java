package io.github.sprigfhir.app.platform.outcome;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Knows when PostgreSQL gave a statement up because it took longer than it may. */
final class TookTooLong {

    private static final String CANCELLED = "57014";
    private static final String WORDS = "canceling statement due to statement timeout";
    private static final int UNAVAILABLE = 503;

    private TookTooLong() {}

    /** HAPI hands on from its search threads no more than the words. */
    static boolean causes(Throwable thrown) {
        return ExceptionUtils.getThrowableList(thrown).stream()
                .anyMatch(cause -> (cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState()))
                        || (cause.getMessage() != null && cause.getMessage().contains(WORDS)));
    }

    static BaseServerResponseException answer(Duration longest) {
        var problem = new Problem(
                IssueSeverity.ERROR,
                IssueType.TIMEOUT,
                ServerRule.TIME_LIMIT,
                "",
                "The database did not finish this within %d s, the limit.".formatted(longest.toSeconds()),
                "Ask for less or more exactly, or try again later.");
        return new UnclassifiedServerFailureException(UNAVAILABLE, problem.text(), Outcomes.of(List.of(problem)));
    }
}
