package io.github.sprigfhir.domain.outcomes;

/** Which way a score goes when somebody is better. */
public enum Direction {
    HIGHER_BETTER("higher-better"),
    LOWER_BETTER("lower-better");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    /** As in the value set outcome-direction. */
    public String code() {
        return code;
    }
}
