package io.github.sprigfhir.app.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.platform.OnBehalf;
import io.github.sprigfhir.domain.access.Scopes;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries what a request's token allows, and why the glass was broken, from the gate to where it is asked for. */
public final class GrantedScopes {

    private static final String SCOPES = "sprig.scopes";
    private static final String REASON = "sprig.broken-glass";

    private GrantedScopes() {}

    /** Notes what was granted; only who has checked a token may call this. */
    public static void note(ServletRequest request, Scopes scopes, Optional<String> reasonId) {
        request.setAttribute(SCOPES, scopes);
        reasonId.ifPresent(id -> request.setAttribute(REASON, id));
    }

    /** What the token allows; none for what the server does by itself, and where access control is off. */
    public static Optional<Scopes> of(@Nullable RequestDetails request) {
        return attribute(request, SCOPES, Scopes.class);
    }

    /** The id under which it is kept why the glass was broken (table {@code sprig_broken_glass}). */
    public static Optional<String> brokenGlass(@Nullable RequestDetails request) {
        return attribute(request, REASON, String.class);
    }

    private static <T> Optional<T> attribute(@Nullable RequestDetails request, String name, Class<T> type) {
        if (request instanceof OnBehalf onBehalf) {
            return attribute(onBehalf.asked(), name, type);
        }
        return request instanceof ServletRequestDetails http && http.getServletRequest() != null
                ? Optional.ofNullable(http.getServletRequest().getAttribute(name))
                        .filter(type::isInstance)
                        .map(type::cast)
                : Optional.empty();
    }
}
