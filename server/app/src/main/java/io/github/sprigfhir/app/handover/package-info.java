/** Connects handovers to the store: who moves them, their clock, and what follows from them for the referral. */
@NullMarked
package io.github.sprigfhir.app.handover;

import org.jspecify.annotations.NullMarked;
