/** Holds every change to a Task to the handover table, however it arrives. */
@NullMarked
package io.github.sprigfhir.app.handover;

import org.jspecify.annotations.NullMarked;
