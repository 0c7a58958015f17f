/** Loads a server with referrals: to measure it, to compare two ways of running it, and to see it survive a crash. */
@NullMarked
package io.github.sprigfhir.benchmark;

import org.jspecify.annotations.NullMarked;
