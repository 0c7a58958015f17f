/** Gives every request the ids by which its log lines, its audit and its sender's own records find each other. */
@NullMarked
package io.github.sprigfhir.app.platform.correlation;

import org.jspecify.annotations.NullMarked;
