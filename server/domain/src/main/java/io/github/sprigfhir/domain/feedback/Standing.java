package io.github.sprigfhir.domain.feedback;

import java.util.Arrays;
import java.util.Optional;

/** How a subscription stands, in the codes of FHIR R4's Subscription.status. */
public enum Standing {
    /** Asked for, and the subscriber has not yet answered a handshake. */
    REQUESTED("requested"),
    ACTIVE("active"),
    /** Given up by the server: the subscriber did not answer for too long. */
    ERROR("error"),
    /** Stopped by the subscriber. */
    OFF("off");

    private final String code;

    Standing(String code) {
        this.code = code;
    }

    public static Optional<Standing> of(String code) {
        return Arrays.stream(values())
                .filter(standing -> standing.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    /** A subscriber asks and stops; that a subscription works, or does not, is for the server to find. */
    boolean isForTheSubscriberToSay() {
        return this == REQUESTED || this == OFF;
    }
}
