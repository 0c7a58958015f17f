/** Planted: a room that uses what it may. */
@NullMarked
package io.github.sprigfhir.planted.walls.outcomes;

import org.jspecify.annotations.NullMarked;
