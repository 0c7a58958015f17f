package io.github.sprigfhir.domain.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is assured about a provider (domain facts, section 7); the published value set {@code assurance-measure}. */
public enum AssuranceMeasure {
    DATA_PROTECTION,
    SAFEGUARDING_DBS,
    INSURANCE,
    HEALTH_SAFETY_RISK,
    LONE_WORKING,
    FINANCIAL,
    EQUALITY,
    GOVERNING_DOCUMENT,
    PATHWAY,
    SKILLS_EXPERIENCE,
    FIRST_AID,
    MENTAL_HEALTH_FIRST_AID,
    USER_EXPERIENCE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The measure with this code, if there is one. */
    public static Optional<AssuranceMeasure> of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code().equals(code))
                .findFirst();
    }
}
