/** Holds every change to a Task to the handover table, however it arrives. */
/** Connects handovers to the store: their clock, and what follows from them for the referral. */
@NullMarked
package io.github.sprigfhir.app.handover;

import org.jspecify.annotations.NullMarked;
