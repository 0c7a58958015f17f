/** Tests of consent: who may know, how much of it, and what an emergency opens. */
@NullMarked
package io.github.sprigfhir.domain.consent;

import org.jspecify.annotations.NullMarked;
