package io.github.sprigfhir.domain.consent;

import io.github.sprigfhir.domain.kernel.Rule;

/** The rules of consent that a sender can break. */
public enum ConsentRule implements Rule {
    /** No consent names the recipient for the purpose. */
    NOT_GIVEN("consent-not-given"),
    /** One does, but its time has not come or is over. */
    OUT_OF_PERIOD("consent-out-of-period"),
    /** One does, but somebody gave it whose authority nobody has verified. */
    NOT_VERIFIED("consent-not-verified"),
    /** One did, and was taken back. */
    WITHDRAWN("consent-withdrawn"),
    /** The latest word on it is no. */
    DENIED("consent-denied"),
    /** The consent that was named would permit it, but it is not the latest word. */
    OVERRULED("consent-overruled"),
    /** The consent that was named is about another person. */
    ANOTHER_PERSON("consent-another-person"),
    /** Whose the service is cannot be told, and so not whether they may know. */
    RECIPIENT_UNKNOWN("consent-recipient-unknown"),
    /** A consent names somebody as recipient who is no organisation. */
    ACTOR("consent-actor"),
    /** A consent is to be about somebody else than it was. */
    PERSON_FIXED("consent-person-fixed"),
    /** A consent that has ended is to be taken up again. */
    ENDED("consent-ended"),
    /** A consent is to be deleted. */
    KEPT("consent-kept"),
    /** Whoever broke the glass wants to write. */
    BREAK_GLASS_READS("break-glass-reads"),
    /** Somebody would change what they were not shown. */
    HIDDEN_ELEMENT("hidden-element");

    private final String key;

    ConsentRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
