/** Answers searches of outcomes that FHIR's own parameters cannot put, and {@code $lastn}. */
@NullMarked
package io.github.sprigfhir.app.outcomes.asked;

import org.jspecify.annotations.NullMarked;
