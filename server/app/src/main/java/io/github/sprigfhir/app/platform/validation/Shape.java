package io.github.sprigfhir.app.platform.validation;

import java.util.List;
import org.hl7.fhir.r4.model.Base;

/**
 * A resource with everything left out that the validator cannot tell apart: which elements are there and of what
 * type, each value that may matter word for word, and of the others only their class.
 *
 * @param skeleton all of the resource but its coded elements
 * @param coded the coded elements, in the order in which they stand in the skeleton
 * @param checks the invariants that depend on values, with the elements that they may bind, in a fixed order
 */
record Shape(String skeleton, List<Coded> coded, List<Check> checks) {

    /**
     * A coded element, whose codes were replaced by a mark in the skeleton.
     *
     * @param context where it stands: its path, and the shape of the part of the resource around it
     * @param content its codes, word for word
     * @param isNamed whether a definition names one of its codes, so that another code could change more than the
     *     check against a value set
     */
    record Coded(String context, String content, boolean isNamed) {}

    /** An invariant and an element that it may bind. */
    record Check(Invariant invariant, Base element) {}
}
