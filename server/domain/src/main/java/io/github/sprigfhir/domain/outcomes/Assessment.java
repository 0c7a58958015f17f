package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;

/**
 * One score of somebody that stands.
 *
 * @param id of the record that says so
 */
public record Assessment(String id, Taken taken, BigDecimal value) {}
