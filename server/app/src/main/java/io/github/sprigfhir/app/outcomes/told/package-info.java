/** Tells one person's outcomes: what became of each score, in numbers, in words and as a picture. */
@NullMarked
package io.github.sprigfhir.app.outcomes.told;

import org.jspecify.annotations.NullMarked;
