/** Tests of what must be recorded, who may read it, and how tampering shows. */
@NullMarked
package io.github.sprigfhir.domain.audit;

import org.jspecify.annotations.NullMarked;
