package io.github.sprigfhir.domain.terminology;

import io.github.sprigfhir.domain.kernel.Rule;

/** What can be wrong with a code although it has the right form. */
public enum CodeRule implements Rule {
    CODE_UNKNOWN("code-unknown"),
    CODE_INACTIVE("code-inactive"),
    CODE_SYSTEM_UNKNOWN("code-system-unknown"),
    CODE_NOT_IN_VALUE_SET("code-not-in-value-set"),
    DISPLAY_WRONG("display-wrong"),
    /** Whether something is so cannot be said without a licensed edition. */
    EDITION_NEEDED("edition-needed");

    private final String key;

    CodeRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
