package io.github.sprigfhir.app.access.gate;

import io.github.sprigfhir.app.access.GrantedScopes;
import io.github.sprigfhir.app.platform.caller.Identities;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes on the request who was let in and with what, for all that comes after. */
final class IdentityNote extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof Admitted admitted) {
            Identities.note(request, admitted.identity());
            admitted.reasonId().ifPresent(id -> Identities.noteReason(request, id));
            GrantedScopes.note(request, admitted.scopes(), admitted.reasonId());
        }
        chain.doFilter(request, response);
    }
}
