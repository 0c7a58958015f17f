/** Planted: classes that a plain domain may and may not hold. */
@NullMarked
package io.github.sprigfhir.planted.plain;

import org.jspecify.annotations.NullMarked;
