/** Decides what must be recorded of which act, who may read the record, and whether it is still what was written. */
@NullMarked
package io.github.sprigfhir.domain.audit;

import org.jspecify.annotations.NullMarked;
