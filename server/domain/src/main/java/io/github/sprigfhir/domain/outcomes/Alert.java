package io.github.sprigfhir.domain.outcomes;

/**
 * That an answer to an item must be looked at at once.
 *
 * @param above every answer over this one
 * @param risk what it says of the person, as the code of a risk
 * @param title that code in words
 */
public record Alert(int above, Coded risk, String title) {}
