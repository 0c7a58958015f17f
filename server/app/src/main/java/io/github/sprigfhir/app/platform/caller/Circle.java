package io.github.sprigfhir.app.platform.caller;

import ca.uhn.fhir.rest.api.server.RequestDetails;

/** Knows which people's records a caller sees; whoever keeps the circle of care does. */
public interface Circle {

    /**
     * Whether the caller of a request sees a record; not where nothing is there.
     *
     * @param reference such as {@code Patient/42}
     */
    boolean includes(String reference, RequestDetails request);
}
