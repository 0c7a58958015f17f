/** Tells clients what was wrong with a request: the only place that knows HAPI's exceptions and writes OperationOutcomes. */
@NullMarked
package io.github.sprigfhir.app.platform.outcome;

import org.jspecify.annotations.NullMarked;
