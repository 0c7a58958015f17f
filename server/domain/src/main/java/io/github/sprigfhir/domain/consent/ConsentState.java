package io.github.sprigfhir.domain.consent;

/** Whether a consent still says something; FHIR's {@code consent-state-codes}, as far as they differ for us. */
public enum ConsentState {
    /** It holds. */
    ACTIVE,
    /** It held, and was taken back or replaced: {@code inactive}, {@code rejected}. */
    ENDED,
    /** It never held: a draft, a proposal, or one that was entered in error. */
    NEVER;

    /** The state with this code; what is not known to hold never held. */
    public static ConsentState of(String code) {
        return switch (code) {
            case "active" -> ACTIVE;
            case "inactive", "rejected" -> ENDED;
            default -> NEVER;
        };
    }
}
