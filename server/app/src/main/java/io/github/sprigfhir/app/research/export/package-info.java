/** Bulk Data Access 2.0: what a project was released, as files, made by and by and kept for a while. */
@NullMarked
package io.github.sprigfhir.app.research.export;

import org.jspecify.annotations.NullMarked;
