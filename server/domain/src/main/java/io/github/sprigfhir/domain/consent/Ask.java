package io.github.sprigfhir.domain.consent;

import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;

/**
 * Who would know of whom, and what for.
 *
 * @param person about whom, such as {@code Patient/7}
 * @param recipient the organisation that would know, such as {@code Organization/42}
 */
public record Ask(Party person, Party recipient, Purpose purpose) {}
