/** Planted: a room on another floor, with a hole in its ceiling. */
@NullMarked
package io.github.sprigfhir.planted.upstairs.consent;

import org.jspecify.annotations.NullMarked;
