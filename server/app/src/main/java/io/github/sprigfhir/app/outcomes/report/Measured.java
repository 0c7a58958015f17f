package io.github.sprigfhir.app.outcomes.report;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;

/**
 * What reports know of a score.
 *
 * @param key as {@link Facts.Score#measure}
 * @param range the highest that it can be, less the lowest
 * @param sign 1 where higher is better, -1 where lower is
 * @param reliable the least change that is held to be reliable, where that is known
 */
record Measured(String key, CodeableConcept code, double range, int sign, Optional<Double> reliable) {}
