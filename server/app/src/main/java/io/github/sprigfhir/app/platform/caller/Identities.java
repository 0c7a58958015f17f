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
    private static final String CLIENT = "sprig.client";
    private static final String REASON = "sprig.reason";

    private Identities() {}

    /** Notes who was let in; only who has checked a token may call this. */
    public static void note(ServletRequest request, Identity identity) {
        request.setAttribute(KEY, identity);
    }

    /** Notes which client asks for a token, whether it gets one or not. */
    public static void noteClient(ServletRequest request, String client) {
        request.setAttribute(CLIENT, client);
    }

    /** The client that asks for a token, as far as it said. */
    public static Optional<String> client(ServletRequest request) {
        return request.getAttribute(CLIENT) instanceof String client ? Optional.of(client) : Optional.empty();
    }

    /** Notes why rules are passed, where the purpose is to break the glass. */
    public static void noteReason(ServletRequest request, String reason) {
        request.setAttribute(REASON, reason);
    }

    /** Why rules are passed, where that was noted. */
    public static Optional<String> reason(ServletRequest request) {
        return request.getAttribute(REASON) instanceof String reason ? Optional.of(reason) : Optional.empty();
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

    /** Who asks, of a request that may not have come as far as FHIR. */
    public static Optional<Identity> of(ServletRequest request) {
        return request.getAttribute(KEY) instanceof Identity identity ? Optional.of(identity) : Optional.empty();
    }
}
