/** Reads which concepts of a terminology are meant, and says of each whether it is one of them. */
@NullMarked
package io.github.sprigfhir.domain.terminology;

import org.jspecify.annotations.NullMarked;
