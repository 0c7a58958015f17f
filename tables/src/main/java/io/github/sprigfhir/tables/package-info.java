/** The views of the FHIR package over exported files, on Apache Spark with Pathling: for more than one machine can hold. */
@NullMarked
package io.github.sprigfhir.tables;

import org.jspecify.annotations.NullMarked;
