/** Tests which instruments the server knows. */
@NullMarked
package io.github.sprigfhir.app.outcomes;

import org.jspecify.annotations.NullMarked;
