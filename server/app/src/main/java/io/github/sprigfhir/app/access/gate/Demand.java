package io.github.sprigfhir.app.access.gate;

import io.github.sprigfhir.domain.access.Act;

/**
 * Something that a request wants to do.
 *
 * @param type a FHIR type, or * for the whole system
 * @param element where in the request it says so, or empty
 */
record Demand(Act act, String type, String element) {}
