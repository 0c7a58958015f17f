package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Rule;

/** The rules by which a search can be refused because of who asks. */
public enum SearchRule implements Rule {
    WITHHELD("search-withheld");

    private final String key;

    SearchRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
