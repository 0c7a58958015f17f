package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.domain.audit.Interaction;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sees every request before anybody can refuse it, and holds its answer back until it is on record, whoever gives it:
 * the FHIR servlet, the guards before it, or whoever checks tokens. It stands right behind the filter that gives a
 * request its ids.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class AuditFilter extends OncePerRequestFilter {

    private static final int FIRST_REFUSAL = 400;
    private static final String SIGN_IN = "/login";

    private final Recorder recorder;

    AuditFilter(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !recorder.isOn() || !(isFhir(request) || isTokens(request));
    }

    private static boolean isFhir(HttpServletRequest request) {
        var path = Asked.served(request);
        return path.equals("/fhir") || path.startsWith("/fhir/");
    }

    /** Where tokens are given and taken back, and people sign in; keys and the form itself are public. */
    private static boolean isTokens(HttpServletRequest request) {
        var path = Asked.served(request);
        var signsIn = path.equals(SIGN_IN) && request.getMethod().equals("POST");
        return signsIn || (path.startsWith("/oauth2/") && !path.equals("/oauth2/jwks"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var trail = new Trail(request, interaction(request));
        var held = new HeldResponse(response, status -> leaves(trail, status));
        chain.doFilter(request, held);
        held.leave();
    }

    private static Interaction interaction(HttpServletRequest request) {
        if (isFhir(request)) {
            return Interaction.asked(request.getMethod(), Asked.path(request));
        }
        return Asked.served(request).endsWith("/revoke") ? Interaction.LOGOUT : Interaction.LOGIN;
    }

    private void leaves(Trail trail, int status) {
        if (status >= FIRST_REFUSAL) {
            recorder.refuses(trail, status);
        } else if (!trail.isSuccessOnRecord()) {
            recorder.shows(trail, List.of());
        }
    }
}
