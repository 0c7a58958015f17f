/** Counts the needs for which there was no service, by what was needed and where. */
@NullMarked
package io.github.sprigfhir.app.directory.gaps;

import org.jspecify.annotations.NullMarked;
