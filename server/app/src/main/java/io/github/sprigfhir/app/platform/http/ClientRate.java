package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.caller.Identities;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what one registered client asks, wherever it asks from; comes after its token was checked. */
@Component
@Order(ClientRate.ORDER)
class ClientRate extends OncePerRequestFilter {

    /** After Spring Security's filters, which stand at -100. */
    static final int ORDER = 0;

    private final Rates rates;
    private final OutcomeAnswer answer;

    ClientRate(Rates rates, OutcomeAnswer answer) {
        this.rates = rates;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            count(request);
        } catch (RequestRefused refused) {
            answer.to(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    private void count(HttpServletRequest request) throws RequestRefused {
        var address = request.getRemoteAddr();
        if (rates.isExempt(address)) {
            return;
        }
        var identity = Identities.of(request);
        if (identity.isPresent()) {
            rates.countClient(identity.get().client());
        } else if (AddressRate.bringsToken(request.getHeader("Authorization"))) {
            // Nobody looked at the token, so it earns nothing.
            rates.countAddress(address);
        }
    }
}
