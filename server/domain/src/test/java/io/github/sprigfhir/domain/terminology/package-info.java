/** Tests of the terminology room, on a taxonomy of a few concepts. */
@NullMarked
package io.github.sprigfhir.domain.terminology;

import org.jspecify.annotations.NullMarked;
