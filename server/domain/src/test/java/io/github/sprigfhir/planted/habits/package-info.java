/** Planted: classes with bad habits, and their neighbours with good ones. */
@NullMarked
package io.github.sprigfhir.planted.habits;

import org.jspecify.annotations.NullMarked;
