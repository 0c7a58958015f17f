package io.github.sprigfhir.domain.outcomes;

import java.util.Locale;

/** The figures that reports tell; {@code CodeSystem/report-term} says what each is, and a test compares. */
public enum Figure {
    MEAN_BEFORE("Mean before"),
    MEAN_AFTER("Mean after"),
    MEAN_CHANGE("Mean change"),
    CHANGE_LOW("Lower bound"),
    CHANGE_HIGH("Upper bound"),
    EFFECT_DZ("Effect size dz"),
    EFFECT_DAV("Effect size dav"),
    EFFECT_BASELINE("Effect size at baseline"),
    IMPROVED("Improved"),
    UNCHANGED("No change"),
    DETERIORATED("Deteriorated"),
    NO_FOLLOW_UP("No follow-up"),
    LOWER_QUARTILE("Lower quartile"),
    MEDIAN("Median"),
    UPPER_QUARTILE("Upper quartile");

    private final String display;

    Figure(String display) {
        this.display = display;
    }

    /** Its code in {@code CodeSystem/report-term}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is called there. */
    public String display() {
        return display;
    }
}
