package io.github.sprigfhir.domain.directory;

import io.github.sprigfhir.domain.kernel.Rule;

/** The rules by which a service cannot be asked, and what is told along with a handover that it takes. */
public enum DirectoryRule implements Rule {
    CAPACITY("capacity"),
    ON_WAITING_LIST("on-waiting-list"),
    CONFIRMED_LATER("capacity-confirmed-later"),
    INSUFFICIENT_ASSURANCE("insufficient-assurance"),
    LEVEL_COMPUTED("assurance-level-computed"),
    OWN_SERVICE("own-service");

    private final String key;

    DirectoryRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
