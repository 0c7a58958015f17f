package io.github.sprigfhir.domain.kernel;

/**
 * A refusal a person can act on.
 *
 * @param reason which rule was broken
 * @param text one plain English sentence saying what is wrong; never a whole NHS number
 * @param remedy one plain English sentence saying what the sender can do about it
 */
public record Refusal(Rule reason, String text, String remedy) {}
