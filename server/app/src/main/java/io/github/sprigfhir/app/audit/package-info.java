/** Connects what is changed to its record: who did it, for whom, when. */
@NullMarked
package io.github.sprigfhir.app.audit;

import org.jspecify.annotations.NullMarked;
