/** Tests of who may do what. */
@NullMarked
package io.github.sprigfhir.domain.access;

import org.jspecify.annotations.NullMarked;
