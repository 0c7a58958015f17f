package io.github.sprigfhir.domain.referral;

/** How far a handover has come, as far as its referral needs to know. */
public enum Progress {
    /** Somebody is to act: asked for, received, accepted or under way. */
    OPEN,
    /** Under way, and resting. */
    ON_HOLD,
    /** Ended with something to show. */
    COMPLETED,
    /** Ended without: rejected, failed or cancelled. */
    ENDED;

    boolean hasEnded() {
        return this == COMPLETED || this == ENDED;
    }
}
