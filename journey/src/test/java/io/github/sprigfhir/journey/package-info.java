/** Holds the journey's own machinery to its word; the story itself is checked by walking it. */
@NullMarked
package io.github.sprigfhir.journey;

import org.jspecify.annotations.NullMarked;
