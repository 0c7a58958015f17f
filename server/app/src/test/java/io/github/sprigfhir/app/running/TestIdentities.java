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

/**
 * Believes a header that says who asks, in tests of the server without access control, where a token would prove it:
 * role and organisation, or client;role;organisation;user;purpose.
 */
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
        var said = request.getHeader(HEADER);
        if (said != null) {
            Identities.note(request, said.contains(";") ? whole(said.split(";", -1)) : brief(said.split(" ", 2)));
        }
        chain.doFilter(request, response);
    }

    private static Identity brief(String[] parts) {
        return new Identity(
                "test", Role.of(parts[0]).orElseThrow(), new Party(parts[1]), Optional.empty(), Purpose.TREATMENT);
    }

    private static Identity whole(String[] parts) {
        return new Identity(
                parts[0],
                Role.of(parts[1]).orElseThrow(),
                new Party(parts[2]),
                Optional.of(parts[3]).filter(user -> !user.isEmpty()).map(Party::new),
                Purpose.of(parts[4]).orElseThrow());
    }
}
