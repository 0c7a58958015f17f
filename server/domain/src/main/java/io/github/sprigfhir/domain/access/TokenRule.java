package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Rule;

/** What can be wrong with an access token, or with asking for one. */
public enum TokenRule implements Rule {
    TOKEN_MISSING("token-missing"),
    TOKEN_INVALID("token-invalid"),
    CLIENT_UNKNOWN("client-unknown"),
    ORGANISATION_UNKNOWN("organisation-unknown"),
    SCOPE_FORM("scope-form"),
    SCOPE_BEYOND_CLIENT("scope-beyond-client"),
    SCOPE_MISSING("scope-missing"),
    SCOPE_PART_ONLY("scope-part-only"),
    PURPOSE_UNKNOWN("purpose-unknown"),
    PURPOSE_NOT_FOR_ROLE("purpose-not-for-role"),
    PURPOSE_REASON("purpose-reason");

    private final String key;

    TokenRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
