package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A write of what a directory feed or a spreadsheet says: no single party's right, but on record as its. HAPI gives each
 * entry of a transaction a request of its own and copies the user data into it, so it is there that the source stands.
 */
public final class FromFeed extends SystemRequestDetails {

    private static final String SOURCE = "sprig.from-feed";

    /** @param source who says so, in a few words for people */
    public FromFeed(String source) {
        getUserData().put(SOURCE, source);
    }

    /** Who says so, if the request is a feed's. */
    public static Optional<String> sourceOf(@Nullable RequestDetails request) {
        return request instanceof SystemRequestDetails
                ? Optional.ofNullable((String) request.getUserData().get(SOURCE))
                : Optional.empty();
    }
}
