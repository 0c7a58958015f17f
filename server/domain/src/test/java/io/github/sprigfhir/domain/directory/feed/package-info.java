/** Holds the feedback room to its rules. */
@NullMarked
package io.github.sprigfhir.domain.directory.feed;

import org.jspecify.annotations.NullMarked;
