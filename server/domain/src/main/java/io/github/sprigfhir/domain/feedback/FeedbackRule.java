package io.github.sprigfhir.domain.feedback;

import io.github.sprigfhir.domain.kernel.Rule;

/** What a Subscription may break. */
public enum FeedbackRule implements Rule {
    TOPIC("subscription-topic"),
    FILTER("subscription-filter"),
    CHANNEL("subscription-channel"),
    ADDRESS("subscription-address"),
    ADDRESS_NOT_ALLOWED("subscription-address-not-allowed"),
    HEADER("subscription-header"),
    PAYLOAD("subscription-payload"),
    STATUS("subscription-status"),
    FIXED("subscription-fixed");

    private final String key;

    FeedbackRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
