package io.github.sprigfhir.app.platform.correlation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Settles a request's ids before anything else happens to it: they are on every answer, refusals too, and in every line
 * that its thread logs. It stands before every other filter, so that what those refuse has them too. What is not a UUID goes no further, so nobody writes into our log.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter extends OncePerRequestFilter {

    private final Supplier<UUID> ids;

    CorrelationFilter(Supplier<UUID> ids) {
        this.ids = ids;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var settled = Correlation.read(
                request.getHeader(Correlation.REQUEST_ID), request.getHeader(Correlation.CORRELATION_ID), ids);
        settled.note(request);
        response.setHeader(Correlation.REQUEST_ID, settled.request().toString());
        settled.correlation().ifPresent(id -> response.setHeader(Correlation.CORRELATION_ID, id.toString()));
        MDC.put("request", settled.request().toString());
        settled.correlation().ifPresent(id -> MDC.put("correlation", id.toString()));
        try {
            chain.doFilter(new Settled(request, settled), response);
        } finally {
            MDC.remove("request");
            MDC.remove("correlation");
        }
    }

    /** Shows HAPI, which reads the header too, the id that was settled on. */
    private static final class Settled extends HttpServletRequestWrapper {

        private final Correlation ids;

        Settled(HttpServletRequest request, Correlation ids) {
            super(request);
            this.ids = ids;
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase(Correlation.REQUEST_ID) ? ids.request().toString() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(Correlation.REQUEST_ID)
                    ? Collections.enumeration(List.of(ids.request().toString()))
                    : super.getHeaders(name);
        }
    }
}
