/** How scores changed, counted in tables kept beside the records, and told so that nobody is found by it. */
@NullMarked
package io.github.sprigfhir.app.outcomes.report;

import org.jspecify.annotations.NullMarked;
