package io.github.sprigfhir.domain.consent;

import io.github.sprigfhir.domain.kernel.Party;

/**
 * One consent on record: what a person, or who may agree for them, has said about sharing or research.
 *
 * @param name tells it from every other, such as {@code Consent/3}; not a party, and compared to the letter
 * @param person whose record it is about
 * @param scope what it is about at all
 * @param validlyGiven by the person, or by somebody whose authority to agree for them was verified
 */
public record Agreement(
        String name,
        Party person,
        Scope scope,
        ConsentState state,
        Given given,
        boolean validlyGiven,
        Provision provision) {

    /** What a consent is about; FHIR's {@code consentscope}, as far as it concerns us. */
    public enum Scope {
        /** {@code patient-privacy}: who may know what. */
        SHARING,
        /** {@code research}: who may study their record once no name is left in it. */
        RESEARCH,
        /** Anything else; it says nothing about either. */
        OTHER
    }

    boolean isAbout(Party somebody, Scope what) {
        return scope == what && person.equals(somebody);
    }

    boolean isActive() {
        return state == ConsentState.ACTIVE;
    }

    /**
     * Whether somebody who was permitted before may no longer be, now that this is on record. Who only permits can be
     * stored without looking at what is under way.
     */
    public boolean mayTakeBack() {
        return !isActive() || provision.deniesSomething();
    }
}
