/** Tests how a person's outcomes are drawn. */
@NullMarked
package io.github.sprigfhir.app.outcomes.told;

import org.jspecify.annotations.NullMarked;
