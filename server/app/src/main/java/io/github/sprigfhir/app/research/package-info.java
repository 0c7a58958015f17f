/** Pseudonymised copies of the records of people who agreed, by project and release (ADR 17). */
@NullMarked
package io.github.sprigfhir.app.research;

import org.jspecify.annotations.NullMarked;
