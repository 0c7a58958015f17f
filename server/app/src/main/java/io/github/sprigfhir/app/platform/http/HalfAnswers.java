package io.github.sprigfhir.app.platform.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.sprigfhir.app.platform.SprigFeature;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sees to it that no client takes half an answer for the whole, where HAPI would append an OperationOutcome to the half:
 * what was not sent yet is forgotten, and where some was sent, with its status 200, the connection is broken off.
 */
@Component
@Interceptor
@Order(ClientRate.ORDER)
class HalfAnswers extends OncePerRequestFilter implements SprigFeature {

    private static final Logger LOG = LoggerFactory.getLogger(HalfAnswers.class);

    @Hook(value = Pointcut.SERVER_HANDLE_EXCEPTION, order = Integer.MAX_VALUE)
    public void endThere(HttpServletResponse answer, BaseServerResponseException why) {
        if (answer.isCommitted()) {
            LOG.warn("An answer broke off after it had begun: {}", why.getStatusCode());
            throw new HalfGiven();
        }
        answer.resetBuffer();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (HalfGiven given) {
            throw new CloseNowException("the answer broke off", given);
        }
    }

    /** By which HAPI is left. */
    private static final class HalfGiven extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
