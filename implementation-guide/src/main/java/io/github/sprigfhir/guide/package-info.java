/** Turns the compiled FSH and the narrative pages into the FHIR package and the static guide that the server carries. */
@NullMarked
package io.github.sprigfhir.guide;

import org.jspecify.annotations.NullMarked;
