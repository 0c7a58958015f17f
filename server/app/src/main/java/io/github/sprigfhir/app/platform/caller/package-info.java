/** Reads who calls, and for whom they act, from the request header X-Provenance (FHIR R4, http.html). */
@NullMarked
package io.github.sprigfhir.app.platform.caller;

import org.jspecify.annotations.NullMarked;
