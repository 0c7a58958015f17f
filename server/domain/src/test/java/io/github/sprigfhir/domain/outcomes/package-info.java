@NullMarked
package io.github.sprigfhir.domain.outcomes;

import org.jspecify.annotations.NullMarked;
