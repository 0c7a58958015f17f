/** What of the Social Prescribing Information Standard is on record, and what is not. */
@NullMarked
package io.github.sprigfhir.app.referral.record;

import org.jspecify.annotations.NullMarked;
