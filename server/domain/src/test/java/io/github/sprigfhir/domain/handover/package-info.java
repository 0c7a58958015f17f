/** Tests of the handover table. */
@NullMarked
package io.github.sprigfhir.domain.handover;

import org.jspecify.annotations.NullMarked;
