package io.github.sprigfhir.domain.audit;

import io.github.sprigfhir.domain.kernel.Rule;

/** What stands in the way of reading the record, or of anything while it cannot be written. */
public enum AuditRule implements Rule {
    AUDIT_READER("audit-reader"),
    AUDIT_UNAVAILABLE("audit-unavailable");

    private final String key;

    AuditRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
