package io.github.sprigfhir.domain.referral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a referral or onward referral stands: the codes of FHIR's {@code request-status} that follow from handovers. */
public enum RequestStatus {
    ACTIVE("active"),
    ON_HOLD("on-hold"),
    COMPLETED("completed"),
    REVOKED("revoked");

    private final String code;

    RequestStatus(String code) {
        this.code = code;
    }

    /** FHIR's code. */
    public String code() {
        return code;
    }

    /** The status of that code, if it is one of these. */
    public static Optional<RequestStatus> ofCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }

    /** Whether nothing more can come of it. */
    public boolean hasEnded() {
        return this == COMPLETED || this == REVOKED;
    }

    /**
     * The status that a request's handovers give it, or none when nobody was ever asked.
     *
     * <p>While one is open the request is open, and rests only when all that are open rest. When none is, the
     * request's own handovers say how it ended: completed if one of them was.
     *
     * @param own the handovers of the request itself
     * @param onward the handovers of requests that are based on it; none for an onward referral
     */
    public static Optional<RequestStatus> after(List<Progress> own, List<Progress> onward) {
        var open = new ArrayList<>(own);
        open.addAll(onward);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        open.removeIf(Progress::hasEnded);
        if (!open.isEmpty()) {
            return Optional.of(open.contains(Progress.OPEN) ? ACTIVE : ON_HOLD);
        }
        return Optional.of(own.contains(Progress.COMPLETED) ? COMPLETED : REVOKED);
    }
}
