package io.github.sprigfhir.app.running;

import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Believes a header that says who asks, in place of a token: client;role;organisation;user;purpose. For tests only. */
@Component
class TestIdentities extends OncePerRequestFilter {

    static final String HEADER = "X-Test-Identity";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var said = request.getHeader(HEADER);
        if (said != null) {
            var parts = said.split(";", -1);
            Identities.note(
                    request,
                    new Identity(
                            parts[0],
                            Role.of(parts[1]).orElseThrow(),
                            new Party(parts[2]),
                            parts[3].isEmpty() ? Optional.empty() : Optional.of(new Party(parts[3])),
                            Purpose.of(parts[4]).orElseThrow()));
        }
        chain.doFilter(request, response);
    }
}
