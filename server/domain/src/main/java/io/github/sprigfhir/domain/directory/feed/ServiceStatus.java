package io.github.sprigfhir.domain.directory.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The status of a service in Open Referral UK 3.0, and what it means here. */
public enum ServiceStatus {
    ACTIVE("active", true),
    INACTIVE("inactive", false),
    DEFUNCT("defunct", false),
    /** It is there, and takes nobody at present. */
    TEMPORARILY_CLOSED("temporarily closed", true);

    private final String word;
    private final boolean active;

    ServiceStatus(String word, boolean active) {
        this.word = word;
        this.active = active;
    }

    /** The status that a word stands for; none for a word that the standard does not have. */
    public static Optional<ServiceStatus> of(String word) {
        String asked = word.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Arrays.stream(values())
                .filter(status -> status.word.equals(asked))
                .findFirst();
    }

    /** As the standard writes it. */
    public String word() {
        return word;
    }

    /** Whether the service is listed. */
    public boolean isActive() {
        return active;
    }
}
