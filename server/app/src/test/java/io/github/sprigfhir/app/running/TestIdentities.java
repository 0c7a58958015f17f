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

/** Takes the identity of a request from a header, in tests only, where its token would prove it. */
@Component
class TestIdentities extends OncePerRequestFilter {

    static final String HEADER = "X-Test-Identity";

    /** The header's value: role and organisation. */
    static String of(Role role, String organisation) {
        return role.code() + " " + organisation;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HEADER);
        if (header != null) {
            var parts = header.split(" ", 2);
            var role = Role.of(parts[0]).orElseThrow();
            Identities.note(
                    request, new Identity("test", role, new Party(parts[1]), Optional.empty(), Purpose.TREATMENT));
        }
        chain.doFilter(request, response);
    }
}
