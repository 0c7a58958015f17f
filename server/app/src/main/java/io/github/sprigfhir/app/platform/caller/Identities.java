package io.github.sprigfhir.app.platform.caller;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.platform.OnBehalf;
import io.github.sprigfhir.domain.kernel.Identity;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries the proven identity of a request from where its token is checked to where it is asked for. */
public final class Identities {

    private static final String KEY = "sprig.identity";

    private Identities() {}

    /** Notes who was let in; only who has checked a token may call this. */
    public static void note(ServletRequest request, Identity identity) {
        request.setAttribute(KEY, identity);
    }

    /** Who asks; none for what the server does by itself, and where access control is off. */
    public static Optional<Identity> of(@Nullable RequestDetails request) {
        if (request instanceof OnBehalf onBehalf) {
            return of(onBehalf.asked());
        }
        return request instanceof ServletRequestDetails http && http.getServletRequest() != null
                ? of(http.getServletRequest())
                : Optional.empty();
    }

    /** The same, for filters. */
    public static Optional<Identity> of(ServletRequest request) {
        return request.getAttribute(KEY) instanceof Identity identity ? Optional.of(identity) : Optional.empty();
    }
}
