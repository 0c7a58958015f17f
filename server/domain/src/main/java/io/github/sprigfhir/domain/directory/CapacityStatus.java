package io.github.sprigfhir.domain.directory;

import java.util.Arrays;
import java.util.Optional;

/** Whether a service says that it takes people now; the published value set {@code capacity-status}. */
public enum CapacityStatus {
    AVAILABLE("available", "Available"),
    WAITING_LIST("waiting-list", "Waiting list"),
    NO_CAPACITY("no-capacity", "No capacity"),
    /** Never said, or too long ago to rely on. */
    UNKNOWN("unknown", "Unknown");

    private final String code;
    private final String display;

    CapacityStatus(String code, String display) {
        this.code = code;
        this.display = display;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    /** The status with this code, if there is one. */
    public static Optional<CapacityStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
