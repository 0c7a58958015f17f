package io.github.sprigfhir.benchmark.circle;

import io.github.sprigfhir.domain.kernel.Role;

/**
 * In which role of which organisation somebody sees something.
 *
 * @param organisation such as {@code Organization/42}
 */
public record Badge(Role role, String organisation) {}
