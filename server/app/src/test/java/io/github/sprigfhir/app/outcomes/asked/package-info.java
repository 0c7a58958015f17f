/** Tests how searches of outcomes are understood. */
@NullMarked
package io.github.sprigfhir.app.outcomes.asked;

import org.jspecify.annotations.NullMarked;
