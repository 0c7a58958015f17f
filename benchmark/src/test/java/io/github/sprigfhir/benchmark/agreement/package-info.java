/** Plants disagreements into a record that agrees, and looks whether they are found. */
@NullMarked
package io.github.sprigfhir.benchmark.agreement;

import org.jspecify.annotations.NullMarked;
