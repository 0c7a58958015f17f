package io.github.sprigfhir.domain.outcomes;

/**
 * Why an outcome is refused.
 *
 * @param element the path of the element below Observation that it is about, such as {@code value.value}
 * @param text what is wrong, in plain English, with the arithmetic
 * @param remedy what the sender can do about it, in plain English
 */
public record OutcomeRefusal(OutcomeRule rule, String element, String text, String remedy) {}
