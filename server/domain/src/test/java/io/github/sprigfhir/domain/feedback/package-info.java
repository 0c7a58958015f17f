/** Holds the feedback room to its rules. */
@NullMarked
package io.github.sprigfhir.domain.feedback;

import org.jspecify.annotations.NullMarked;
