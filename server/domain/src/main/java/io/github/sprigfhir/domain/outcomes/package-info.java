/** How people's lives changed: what was measured, and what may be said of it. */
@NullMarked
package io.github.sprigfhir.domain.outcomes;

import org.jspecify.annotations.NullMarked;
