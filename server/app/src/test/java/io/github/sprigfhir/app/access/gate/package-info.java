/** Tests of the gate. */
@NullMarked
package io.github.sprigfhir.app.access.gate;

import org.jspecify.annotations.NullMarked;
