package io.github.sprigfhir.domain.feedback;

/**
 * Why a Subscription is not stored.
 *
 * @param rule which rule was broken
 * @param element the FHIRPath of the element that breaks it
 * @param text one plain English sentence saying what is wrong; it does not repeat the address, which may hold a secret
 * @param remedy one plain English sentence saying what the subscriber can do about it
 */
public record SubscriptionRefusal(FeedbackRule rule, String element, String text, String remedy) {}
