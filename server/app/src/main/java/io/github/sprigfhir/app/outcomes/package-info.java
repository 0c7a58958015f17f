/** What came of referrals, counted: facts kept beside the records, and the reports that are made of them. */
@NullMarked
package io.github.sprigfhir.app.outcomes;

import org.jspecify.annotations.NullMarked;
