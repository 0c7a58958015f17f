/** Who may move a handover from which state to which, and what each move needs. */
@NullMarked
package io.github.sprigfhir.domain.handover;

import org.jspecify.annotations.NullMarked;
