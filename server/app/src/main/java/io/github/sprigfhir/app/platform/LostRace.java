package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.hibernate.exception.LockAcquisitionException;

/**
 * Knows when another transaction was quicker. HAPI knows it too, but only at the edge of a transaction: from a DAO
 * called within one it comes as an internal error.
 */
public final class LostRace {

    private LostRace() {}

    /** What to tell the sender, and HAPI, which tries a POST again; none where the error is another. */
    public static Optional<ResourceVersionConflictException> in(Throwable thrown) {
        return thrown instanceof InternalErrorException && isCauseOf(thrown)
                ? Optional.of(new ResourceVersionConflictException(
                        "Another request changed the same at the same time.", thrown, null))
                : Optional.empty();
    }

    private static boolean isCauseOf(Throwable thrown) {
        return ExceptionUtils.getThrowableList(thrown).stream()
                .anyMatch(
                        cause -> cause instanceof OptimisticLockException || cause instanceof LockAcquisitionException);
    }
}
