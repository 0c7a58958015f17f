package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;

/** A write of our own that somebody asked for: no single party's right, but on record as theirs. */
public final class OnBehalf extends SystemRequestDetails {

    private final RequestDetails asked;

    public OnBehalf(RequestDetails asked) {
        this.asked = asked;
    }

    /** The request in consequence of which this is written. */
    public RequestDetails asked() {
        return asked;
    }
}
