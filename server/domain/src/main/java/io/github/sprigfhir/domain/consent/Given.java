package io.github.sprigfhir.domain.consent;

import java.time.Instant;

/**
 * When a consent was given. A moment is both; a day alone is its beginning and its end, and which hour it was nobody can
 * tell.
 *
 * @param earliest the first instant at which it can have been
 * @param latest the last one
 */
public record Given(Instant earliest, Instant latest) {

    /** Whether this was certainly given later than the other. */
    boolean isAfter(Given other) {
        return earliest.isAfter(other.latest);
    }
}
