/** Holds the benchmark to its word: what it makes is valid, and what it reports is what happened. */
@NullMarked
package io.github.sprigfhir.benchmark;

import org.jspecify.annotations.NullMarked;
