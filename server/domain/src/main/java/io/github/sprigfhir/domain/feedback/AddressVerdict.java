package io.github.sprigfhir.domain.feedback;

/** Whether notifications may be sent to an address. */
public sealed interface AddressVerdict {

    /** They may. */
    record Allowed() implements AddressVerdict {}

    /** They may not; neither sentence repeats the address, which may hold a secret. */
    record Refused(FeedbackRule rule, String text, String remedy) implements AddressVerdict {}
}
