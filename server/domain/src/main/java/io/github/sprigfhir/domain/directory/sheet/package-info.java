/** The spreadsheet in which small groups enter their services: its columns, and what is wrong in one. */
@NullMarked
package io.github.sprigfhir.domain.directory.sheet;

import org.jspecify.annotations.NullMarked;
