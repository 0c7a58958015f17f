/** Tests of research: who takes part, under which pseudonym, and how finely they are shown. */
@NullMarked
package io.github.sprigfhir.domain.research;

import org.jspecify.annotations.NullMarked;
