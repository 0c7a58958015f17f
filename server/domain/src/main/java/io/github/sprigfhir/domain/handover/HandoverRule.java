package io.github.sprigfhir.domain.handover;

import io.github.sprigfhir.domain.kernel.Rule;

/** The rules by which a change to a handover can be refused. */
public enum HandoverRule implements Rule {
    BEGINS_REQUESTED("handover-begins-requested"),
    MOVE("handover-move"),
    PARTY("handover-party"),
    REASON("handover-reason"),
    OUTPUT("handover-output"),
    UNOWNED("handover-unowned"),
    OWNER("handover-owner"),
    FIXED("handover-fixed"),
    ENDED("handover-ended"),
    KEPT("handover-kept");

    private final String key;

    HandoverRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
