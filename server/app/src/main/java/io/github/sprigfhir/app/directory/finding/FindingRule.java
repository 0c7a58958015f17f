package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.domain.kernel.Rule;

/** What there is to say about a search for services, beside what was found. */
enum FindingRule implements Rule {
    NOTHING_SUITABLE("finding-nothing-suitable"),
    MORE_THAN_RANKED("finding-more-than-ranked"),
    HOME_UNKNOWN("finding-home-unknown"),
    REFERRAL_ROLE("finding-referral-role"),
    NOT_READY("finding-not-ready");

    private final String key;

    FindingRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
