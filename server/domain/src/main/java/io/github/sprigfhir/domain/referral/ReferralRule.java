package io.github.sprigfhir.domain.referral;

import io.github.sprigfhir.domain.kernel.Rule;

/** The rules of a referral's life that a sender can break. */
public enum ReferralRule implements Rule {
    BEGINS_ACTIVE("referral-begins-active"),
    INCOMPLETE("referral-incomplete"),
    STATUS_FOLLOWS("referral-status-follows"),
    ENDED("referral-ended"),
    FIXED("referral-fixed"),
    SAME_PERSON("same-person"),
    BASED_ON_REFERRAL("based-on-referral"),
    SAME_EPISODE("same-episode"),
    SUPPORT_PLAN_KNOWN("support-plan-known"),
    UNMET_NEED_KNOWN("unmet-need-known"),
    EXPERIENCE_KNOWN("experience-known"),
    EXPERIENCE_OWN_SERVICE("experience-own-service");

    private final String key;

    ReferralRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
