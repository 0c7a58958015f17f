package io.github.sprigfhir.domain.consent;

/** Whether the glass is broken for somebody. */
public sealed interface BreakGlassDecision {

    /** They may read it; that they did is on record. */
    record Opened() implements BreakGlassDecision {}

    /** They may not. */
    record Closed(Why why) implements BreakGlassDecision {}

    /** Why not. */
    enum Why {
        /** Their token is for another purpose. */
        NO_EMERGENCY,
        /** Nobody in their role may. */
        ROLE,
        /** It is no record about a person, or one that no emergency needs. */
        KIND
    }
}
