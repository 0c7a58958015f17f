package io.github.sprigfhir.app.access.issuer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While a server works with secrets that everybody knows, it gives tokens to this machine alone: not through a proxy,
 * and not under another name, which a page in a browser could give it.
 */
final class ThisMachineOnly extends OncePerRequestFilter {

    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final List<String> OF_PROXIES =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (NAMES.contains(request.getServerName())
                && OF_PROXIES.stream().allMatch(name -> request.getHeader(name) == null)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/json");
        response.getWriter().write("""
                {"error":"access_denied","error_description":"This server has demo clients and serves this machine only. Set SPRIG_ACCESS_ADDRESS to the address that clients use."}""");
    }
}
