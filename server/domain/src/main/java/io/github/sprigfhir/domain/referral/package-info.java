/** The life of a referral: what its handovers make of it, which codes a GP's record gets, how far a person engages. */
@NullMarked
package io.github.sprigfhir.domain.referral;

import org.jspecify.annotations.NullMarked;
