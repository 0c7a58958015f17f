/** Planted: a room with a hole in its wall. */
@NullMarked
package io.github.sprigfhir.planted.walls.consent;

import org.jspecify.annotations.NullMarked;
