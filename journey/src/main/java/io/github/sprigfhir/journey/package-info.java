/** Plays the whole pathway, from a GP's referral to a researcher's question, over HTTP against a running server. */
@NullMarked
package io.github.sprigfhir.journey;

import org.jspecify.annotations.NullMarked;
