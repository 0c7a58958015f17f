package io.github.sprigfhir.app.access.gate;

import io.github.sprigfhir.domain.access.Act;

/**
 * Something that a request wants to do.
 *
 * @param type a FHIR type, or * for the whole system
 * @param element where in the request it says so, or empty
 * @param wholly whether a scope for a part of the type is not enough, because nothing would hold the request to it
 */
record Demand(Act act, String type, String element, boolean wholly) {

    Demand(Act act, String type, String element) {
        this(act, type, element, false);
    }
}
