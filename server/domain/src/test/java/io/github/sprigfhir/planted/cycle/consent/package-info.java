/** Planted: one half of a cycle. */
@NullMarked
package io.github.sprigfhir.planted.cycle.consent;

import org.jspecify.annotations.NullMarked;
