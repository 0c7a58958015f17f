package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Party;

/**
 * A person was handed over to somebody who is not of the link-worker service.
 *
 * @param organisation of the handover's owner
 */
public record Handed(Party organisation, Stage stage) {

    /** How a handover stands, as far as it decides who sees what. */
    public enum Stage {
        /** It is somebody's to work; that the person's consent covers it was a condition of its being made. */
        OPEN,
        /** It ended, by being worked or by being cancelled. */
        ENDED,
        /** It was declined, or ended because the person withdrew consent or is the GP's now. */
        TAKEN_BACK
    }

    /** Whether its owner sees the person and the request for it. */
    boolean showsPerson() {
        return stage == Stage.OPEN;
    }

    /** Whether its owner sees the handover itself: what one worked stays on one's own list. */
    boolean showsItself() {
        return stage != Stage.TAKEN_BACK;
    }
}
