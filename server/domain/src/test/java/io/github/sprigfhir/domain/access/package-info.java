/** Tests of the access rules. */
@NullMarked
package io.github.sprigfhir.domain.access;

import org.jspecify.annotations.NullMarked;
