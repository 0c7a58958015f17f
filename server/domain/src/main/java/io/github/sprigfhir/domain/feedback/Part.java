package io.github.sprigfhir.domain.feedback;

import java.util.Locale;

/** The part that somebody plays in a handover or referral; in lower case it is the FHIR search parameter. */
public enum Part {
    OWNER,
    REQUESTER,
    PERFORMER;

    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
