package io.github.sprigfhir.domain.directory;

/** What a finding does to a match. */
public enum Effect {
    /** Speaks for the service. */
    FOR("for"),
    /** Speaks against it until somebody has asked: the service does not say. */
    UNKNOWN("unknown"),
    /** Speaks against it, but does not rule it out. */
    AGAINST("against"),
    /** Rules it out: it is not what was asked for. */
    BAR("bar");

    private final String code;

    Effect(String code) {
        this.code = code;
    }

    /** As in the value set match-effect. */
    public String code() {
        return code;
    }
}
