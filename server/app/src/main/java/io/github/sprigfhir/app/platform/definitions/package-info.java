/** Brings the FHIR package (profiles, value sets, search parameters) into the running server. */
@NullMarked
package io.github.sprigfhir.app.platform.definitions;

import org.jspecify.annotations.NullMarked;
