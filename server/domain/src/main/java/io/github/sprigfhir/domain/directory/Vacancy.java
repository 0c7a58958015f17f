package io.github.sprigfhir.domain.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a service can take somebody, as it is seen now: what was not confirmed lately is not known. */
public enum Vacancy {
    AVAILABLE("available"),
    WAITING_LIST("waiting-list"),
    NO_CAPACITY("no-capacity"),
    UNKNOWN("unknown");

    private final String code;

    Vacancy(String code) {
        this.code = code;
    }

    /**
     * What a service once said, as it counts now.
     *
     * @param said one of the codes of capacity-status; any other is unknown
     * @param confirmed when it was last confirmed
     * @param lasting how long a confirmation holds
     */
    public static Vacancy seen(Optional<String> said, Optional<Instant> confirmed, Instant now, Duration lasting) {
        if (confirmed.isEmpty() || confirmed.get().plus(lasting).isBefore(now)) {
            return UNKNOWN;
        }
        for (var vacancy : values()) {
            if (said.filter(vacancy.code::equals).isPresent()) {
                return vacancy;
            }
        }
        return UNKNOWN;
    }
}
