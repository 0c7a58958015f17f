package io.github.sprigfhir.app.access.issuer;

import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.domain.kernel.Purpose;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes for the record which client asks for a token, once it has proven who it is, and why it breaks the glass. */
final class ClientNote extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2ClientAuthenticationToken proven
                && proven.isAuthenticated()
                && proven.getRegisteredClient() != null) {
            Identities.noteClient(request, proven.getRegisteredClient().getClientId());
            var reason = request.getParameter("purpose_reason");
            if (reason != null && Purpose.BREAK_THE_GLASS.code().equals(request.getParameter("purpose_of_use"))) {
                Identities.noteReason(request, reason);
            }
        }
        chain.doFilter(request, response);
    }
}
