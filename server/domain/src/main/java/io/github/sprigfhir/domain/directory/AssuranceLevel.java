package io.github.sprigfhir.domain.directory;

import java.util.Arrays;
import java.util.Optional;

/** For which need a service is assured, from the lowest (domain facts, section 7); the code system {@code assurance-level}. */
public enum AssuranceLevel {
    LOW_RISK("1", "Low risk"),
    SOME_SUPPORT("2", "Some support needs"),
    COMPLEX_NEEDS("3", "Complex needs");

    private final String code;
    private final String display;

    AssuranceLevel(String code, String display) {
        this.code = code;
        this.display = display;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    /** The level with this code, if there is one. */
    public static Optional<AssuranceLevel> of(String code) {
        return Arrays.stream(values()).filter(level -> level.code.equals(code)).findFirst();
    }
}
