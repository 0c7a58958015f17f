package io.github.sprigfhir.app.platform.outcome;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Knows when a write was given up because others wrote the same at the same time, and says so in place of HAPI, which
 * repeats the statement and names the constraint.
 */
final class GaveUp {

    private static final Pattern STATEMENT =
            Pattern.compile("could not execute|\\bSQL \\[|constraint \\[|violates unique constraint");
    /** What HAPI makes of a constraint or a lock. */
    private static final Set<Integer> RACES = Set.of(823, 824, 825, 826, 827, 2745);
    /** What it puts round that. */
    private static final Set<Integer> ENVELOPES = Set.of(549, 550);

    private static final String RETRIED_IN_VAIN =
            "Other requests changed the same at the same time, however often this one was tried; it was not stored.";
    private static final String CAME_SECOND =
            "Another request changed the same at the same time; this one was not stored.";

    private GaveUp() {}

    /** What to tell the sender; none where the conflict is another, such as a delete of what is referred to. */
    static Optional<Problem> in(Throwable thrown) {
        if (!(thrown instanceof ResourceVersionConflictException) || thrown.getMessage() == null) {
            return Optional.empty();
        }
        var message = thrown.getMessage();
        var said = LibraryError.numbers(message)
                .filter(number -> !ENVELOPES.contains(number))
                .toList();
        if (!RACES.containsAll(said)) {
            return Optional.empty();
        }
        if (LibraryError.RETRIED.matcher(message).find()) {
            return Optional.of(problem(RETRIED_IN_VAIN, "Send it again."));
        }
        return said.isEmpty() && !STATEMENT.matcher(message).find()
                ? Optional.empty()
                : Optional.of(problem(CAME_SECOND, ErrorKind.CONFLICT.remedy()));
    }

    private static Problem problem(String text, String remedy) {
        return new Problem(IssueSeverity.ERROR, IssueType.CONFLICT, ServerRule.CONFLICT, "", text, remedy);
    }
}
