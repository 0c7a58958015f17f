package io.github.sprigfhir.domain.consent;

import io.github.sprigfhir.domain.consent.Agreement.Scope;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;

/**
 * Who would know of whom, and what for.
 *
 * @param person about whom, such as {@code Patient/7}
 * @param recipient the organisation that would know, such as {@code Organization/42}
 */
public record Ask(Party person, Party recipient, Purpose purpose) {

    /** What a consent must be about to say something on this. */
    Scope scope() {
        return isResearch() ? Scope.RESEARCH : Scope.SHARING;
    }

    /** Who agrees to research and names nobody agrees to all research; whom a name is told to must be named. */
    boolean mayBeUnnamed() {
        return isResearch();
    }

    private boolean isResearch() {
        return purpose == Purpose.RESEARCH;
    }
}
