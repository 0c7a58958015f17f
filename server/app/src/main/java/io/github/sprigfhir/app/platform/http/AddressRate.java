package io.github.sprigfhir.app.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits, before any token or secret is looked at, what comes from an address without a token, and all that comes from
 * an address whose tokens or secrets keep being wrong.
 */
@Component
@Order(AddressRate.ORDER)
class AddressRate extends OncePerRequestFilter {

    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    private final Rates rates;
    private final OutcomeAnswer answer;

    AddressRate(Rates rates, OutcomeAnswer answer) {
        this.rates = rates;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = request.getRemoteAddr();
        if (rates.isExempt(address)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            rates.checkFailures(address);
            if (!bringsToken(request.getHeader("Authorization"))) {
                rates.countAddress(address);
            }
        } catch (RequestRefused refused) {
            answer.to(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            rates.countFailure(address);
        }
    }

    static boolean bringsToken(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ");
    }
}
