package io.github.sprigfhir.domain.research;

import io.github.sprigfhir.domain.consent.ConsentRule;

/** Whether somebody takes part in a project. */
public sealed interface Participation {

    /**
     * They do.
     *
     * @param by the name of the consent that says so
     */
    record TakesPart(String by) implements Participation {}

    /** They have opted out of research, whatever any consent says. */
    record OptedOut() implements Participation {}

    /** No consent of theirs covers the project today. */
    record NotAgreed(ConsentRule reason) implements Participation {}

    /** Whether they do. */
    default boolean takesPart() {
        return this instanceof TakesPart;
    }
}
