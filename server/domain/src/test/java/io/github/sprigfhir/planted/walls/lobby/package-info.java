/** Planted: a package that is no room. */
@NullMarked
package io.github.sprigfhir.planted.walls.lobby;

import org.jspecify.annotations.NullMarked;
