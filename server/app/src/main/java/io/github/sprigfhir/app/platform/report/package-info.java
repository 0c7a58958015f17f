/** Makes reports of the measures that the FHIR package defines: counts of what is on record, and of nobody's alone. */
@NullMarked
package io.github.sprigfhir.app.platform.report;

import org.jspecify.annotations.NullMarked;
