/** Connects the instruments of the registry to the store: every outcome that is written is judged by them. */
@NullMarked
package io.github.sprigfhir.app.outcomes;

import org.jspecify.annotations.NullMarked;
