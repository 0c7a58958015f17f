/** Planted: a room that all may use. */
@NullMarked
package io.github.sprigfhir.planted.walls.kernel;

import org.jspecify.annotations.NullMarked;
