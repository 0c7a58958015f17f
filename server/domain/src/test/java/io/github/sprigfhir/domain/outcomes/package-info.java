/** Tests how outcome instruments are scored and their scores judged. */
@NullMarked
package io.github.sprigfhir.domain.outcomes;

import org.jspecify.annotations.NullMarked;
