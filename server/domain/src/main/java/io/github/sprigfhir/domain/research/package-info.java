/** Decides who is in a research project, and how finely and with which elements copies of their records show them. */
@NullMarked
package io.github.sprigfhir.domain.research;

import org.jspecify.annotations.NullMarked;
