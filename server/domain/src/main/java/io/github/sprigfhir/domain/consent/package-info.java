/** Decides whether a person's record may be disclosed, to whom and for what, and how much of it. */
@NullMarked
package io.github.sprigfhir.domain.consent;

import org.jspecify.annotations.NullMarked;
