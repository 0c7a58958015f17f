/** Decides who may do what to which resources: scopes, roles and the circle of care. */
@NullMarked
package io.github.sprigfhir.domain.access;

import org.jspecify.annotations.NullMarked;
