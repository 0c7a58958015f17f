package io.github.sprigfhir.app.research;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Instant;
import java.util.Optional;

/**
 * The release that a researcher's request was let into.
 *
 * @param project its name
 * @param number of the release, by which it is known among all
 * @param partition where its copies are
 * @param moment at which all of them were last changed, as far as anybody is told
 */
public record Released(String project, long number, int partition, Instant moment) {

    private static final String KEY = "sprig.research.released";

    /** None where it is no researcher's. */
    public static Optional<Released> of(RequestDetails request) {
        return request instanceof ServletRequestDetails http
                        && http.getServletRequest().getAttribute(KEY) instanceof Released released
                ? Optional.of(released)
                : Optional.empty();
    }

    /** Settles for the whole request which release it sees, though another may become the current one meanwhile. */
    static void settle(ServletRequestDetails request, Release release) {
        request.getServletRequest()
                .setAttribute(
                        KEY,
                        new Released(
                                release.project().name(), release.number(), release.partition(), release.moment()));
    }
}
