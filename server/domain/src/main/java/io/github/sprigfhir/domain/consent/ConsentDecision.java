package io.github.sprigfhir.domain.consent;

/** Whether a recipient may know of a person. */
public sealed interface ConsentDecision {

    /**
     * They may.
     *
     * @param by the name of the consent that says so
     */
    record Permitted(String by) implements ConsentDecision {}

    /** They may not. */
    record Refused(ConsentRule reason) implements ConsentDecision {}

    /** Whether they may. */
    default boolean isPermitted() {
        return this instanceof Permitted;
    }
}
