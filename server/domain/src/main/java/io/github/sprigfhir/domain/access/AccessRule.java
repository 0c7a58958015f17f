package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Rule;

/** The rules of access by which a request can be refused. */
public enum AccessRule implements Rule {
    ROLE("access-role"),
    OWN("access-own"),
    AUTHOR("access-author"),
    LABEL("access-label"),
    CONDITION("access-condition"),
    CAPACITY_ONLY("service-capacity-only");

    private final String key;

    AccessRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
