/** Validation: says everything that is wrong with a resource, at a price that every write can pay. */
@NullMarked
package io.github.sprigfhir.app.platform.validation;

import org.jspecify.annotations.NullMarked;
