/** Tests which instruments the server knows. */
@NullMarked
package io.github.sprigfhir.app.outcomes.told;

import org.jspecify.annotations.NullMarked;
