/** Connects referrals to the store: what belongs to an episode, what a GP's record gets to know of it. */
@NullMarked
package io.github.sprigfhir.app.referral;

import org.jspecify.annotations.NullMarked;
