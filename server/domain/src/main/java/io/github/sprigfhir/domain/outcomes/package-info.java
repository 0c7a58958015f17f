/** Decides what an outcome instrument's score can be, how answers are scored, and whether somebody has changed. */
@NullMarked
package io.github.sprigfhir.domain.outcomes;

import org.jspecify.annotations.NullMarked;
