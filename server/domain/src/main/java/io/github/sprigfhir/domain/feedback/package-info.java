/** Who is told of a change, where to, and what becomes of a message that does not arrive. */
@NullMarked
package io.github.sprigfhir.domain.feedback;

import org.jspecify.annotations.NullMarked;
