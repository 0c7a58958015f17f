package io.github.sprigfhir.domain.consent;

import io.github.sprigfhir.domain.kernel.Refusal;

/** The words of every refusal, in one place so that they can be read together; none says anything about the person. */
public final class ConsentRefusals {

    private static final String ASK = "Ask the person; if they agree, record a Consent that ";
    private static final String NEW_CONSENT = ", and refer to it.";

    private ConsentRefusals() {}

    /** What is said to whoever broke the rule. */
    public static Refusal of(ConsentRule rule) {
        return switch (rule) {
            case NOT_GIVEN ->
                says(
                        rule,
                        "No consent lets the organisation that is asked know of the person for the purpose TREAT.",
                        ASK + "names this organisation as an actor and TREAT as a purpose" + NEW_CONSENT);
            case OUT_OF_PERIOD ->
                says(
                        rule,
                        "The consent covers the organisation that is asked, but not now.",
                        ASK + "holds today" + NEW_CONSENT);
            case NOT_VERIFIED ->
                says(
                        rule,
                        "The consent was given by somebody else than the person, and nobody has verified that they may.",
                        "Verify their authority, and record it in verification.");
            case WITHDRAWN ->
                says(rule, "The consent that covered this has ended.", ASK + "is dated later" + NEW_CONSENT);
            case DENIED ->
                says(
                        rule,
                        "The consent denies this to the organisation that is asked.",
                        "Respect it. " + ASK + "is dated later" + NEW_CONSENT);
            case OVERRULED ->
                says(
                        rule,
                        "The consent is not the person's latest word on this.",
                        ASK + "is dated today" + NEW_CONSENT);
            case ANOTHER_PERSON ->
                says(
                        rule,
                        "What is referred to is no consent of the person whom this is about.",
                        "Refer to a Consent whose patient is the subject.");
            case RECIPIENT_UNKNOWN ->
                says(
                        rule,
                        "It cannot be told which organisation is asked, and so not whether it may know of the person.",
                        "Give the service its providedBy, or the role its organization.");
            case ACTOR ->
                says(
                        rule,
                        "An actor of a consent is no organisation: to whom a record is opened is decided for organisations.",
                        "Name the Organization that provides the service or employs the person.");
            case PERSON_FIXED ->
                says(
                        rule,
                        "A consent stays about the person about whom it was recorded.",
                        "Mark this one entered-in-error, and record another.");
            case ENDED ->
                says(
                        rule,
                        "A consent that has ended is not taken up again.",
                        "Record a new Consent with the date on which the person agreed again.");
            case KEPT ->
                says(
                        rule,
                        "A consent is never deleted: it is the evidence for what was shared.",
                        "Make it inactive to withdraw it, entered-in-error if it never was.");
            case BREAK_GLASS_READS ->
                says(
                        rule,
                        "Access for an emergency reads, and writes nothing.",
                        "Write with a token for another purpose.");
            case HIDDEN_ELEMENT ->
                says(
                        rule,
                        "The element is not shown to a provider, who so cannot change it either.",
                        "Send the resource as it was read, with your changes to what is shown.");
        };
    }

    private static Refusal says(ConsentRule rule, String text, String remedy) {
        return new Refusal(rule, text, remedy);
    }
}
