package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;

/** A write of what a directory feed or a spreadsheet says: no single party's right, but on record as its. */
public final class FromFeed extends SystemRequestDetails {

    private final String source;

    /** @param source who says so, in a few words for people */
    public FromFeed(String source) {
        this.source = source;
    }

    public String source() {
        return source;
    }
}
