/** Planted: a package whose name says nothing. */
@NullMarked
package io.github.sprigfhir.planted.util;

import org.jspecify.annotations.NullMarked;
