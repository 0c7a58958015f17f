/** Bulk Data Access 2.0: what may be taken away whole, as files, made by and by and kept for a while. */
@NullMarked
package io.github.sprigfhir.app.export;

import org.jspecify.annotations.NullMarked;
