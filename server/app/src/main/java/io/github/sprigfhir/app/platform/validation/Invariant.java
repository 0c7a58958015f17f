package io.github.sprigfhir.app.platform.validation;

import org.hl7.fhir.r4.fhirpath.ExpressionNode;

/**
 * A rule in FHIRPath whose answer depends on values.
 *
 * @param inSlice whether it binds only the elements of a slice, so that it may fail elsewhere without being broken
 */
record Invariant(String key, ExpressionNode expression, boolean inSlice) {}
