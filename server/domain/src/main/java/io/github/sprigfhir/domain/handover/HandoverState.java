package io.github.sprigfhir.domain.handover;

import java.util.Arrays;
import java.util.Optional;

/** Where a handover stands; the codes are FHIR's, and together the value set {@code handover-status}. */
public enum HandoverState {
    REQUESTED("requested"),
    RECEIVED("received"),
    ACCEPTED("accepted"),
    REJECTED("rejected"),
    IN_PROGRESS("in-progress"),
    ON_HOLD("on-hold"),
    COMPLETED("completed"),
    FAILED("failed"),
    CANCELLED("cancelled");

    private final String code;

    HandoverState(String code) {
        this.code = code;
    }

    /** The state with this code of FHIR's task-status, or none where handovers do not use that status. */
    public static Optional<HandoverState> of(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }

    /** The code of FHIR's task-status, to the letter. */
    public String code() {
        return code;
    }

    /** What has ended never moves again, and nobody owns it any longer. */
    public boolean hasEnded() {
        return switch (this) {
            case REJECTED, COMPLETED, FAILED, CANCELLED -> true;
            case REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS, ON_HOLD -> false;
        };
    }

    @Override
    public String toString() {
        return code;
    }
}
