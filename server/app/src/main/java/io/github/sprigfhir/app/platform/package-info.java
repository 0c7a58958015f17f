/** Wires HAPI FHIR, PostgreSQL and HTTP together in a few short files; no rule about social prescribing lives here. */
@NullMarked
package io.github.sprigfhir.app.platform;

import org.jspecify.annotations.NullMarked;
