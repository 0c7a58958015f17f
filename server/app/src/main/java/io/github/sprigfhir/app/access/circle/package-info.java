/** Keeps the labels of the circle of care on every record, and shows nobody what carries no label of theirs. */
@NullMarked
package io.github.sprigfhir.app.access.circle;

import org.jspecify.annotations.NullMarked;
