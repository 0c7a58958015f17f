package io.github.sprigfhir.domain.handover;

/**
 * Why a change to a handover is refused.
 *
 * @param element the path of the element below Task that it is about, such as {@code status}; empty for the whole
 * @param text what is wrong, in plain English
 * @param remedy what the sender can do about it, in plain English
 */
public record HandoverRefusal(HandoverRule rule, String element, String text, String remedy) {}
