/** Planted: the other half of a cycle. */
@NullMarked
package io.github.sprigfhir.planted.cycle.audit;

import org.jspecify.annotations.NullMarked;
