/** Tests of the domain as a whole. */
@NullMarked
package io.github.sprigfhir.domain;

import org.jspecify.annotations.NullMarked;
