/** Holds the model of who sees what to the guide, line by line. */
@NullMarked
package io.github.sprigfhir.benchmark.circle;

import org.jspecify.annotations.NullMarked;
