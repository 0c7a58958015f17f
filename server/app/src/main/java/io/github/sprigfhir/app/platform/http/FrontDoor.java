package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in only addresses that every later layer reads alike, so that none can be shown one path and serve another; and,
 * where the server listens on loopback, only requests that mean it: a page from the web whose name was made to lead here
 * names another host.
 */
@Component
@Order(FrontDoor.ORDER)
class FrontDoor extends OncePerRequestFilter {

    /** Behind those that only give ids and keep records, so that what is refused here is on record too. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 5;

    private static final int MISDIRECTED = 421;

    private static final int LONGEST_PATH = 1_000;
    private static final int HIGHEST_PORT = 65_535;

    /** A step of a path. Of percent escapes only the dollar is let through that begins an operation's name. */
    private static final Pattern STEP = Pattern.compile("[A-Za-z0-9._~@:$-]*");

    private static final Set<String> AWAY = Set.of("", ".", "..");

    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");
    private static final Set<String> PROBES = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    private final OutcomeAnswer answer;
    private final boolean onLoopback;

    FrontDoor(OutcomeAnswer answer, DoorSettings door, Environment environment) {
        var address = environment.getProperty("server.address", "");
        this.answer = answer;
        this.onLoopback = !door.behindProxy() && (address.equals("localhost") || Networks.isLoopback(address));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            check(request);
        } catch (RequestRefused refused) {
            answer.to(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    private void check(HttpServletRequest request) throws RequestRefused {
        var path = request.getRequestURI();
        if (!isPlain(path)) {
            throw malformed("The path of the address holds what no path of this server has.");
        }
        if (request.getServerPort() > HIGHEST_PORT) {
            throw malformed("The request names a port that there is not.");
        }
        if (onLoopback && !OURSELVES.contains(request.getServerName())) {
            throw refused(
                    MISDIRECTED,
                    IssueType.INVALID,
                    ServerRule.ADDRESS_FORM,
                    "The request names another host than this machine.");
        }
        if (path.startsWith("/actuator") && !PROBES.contains(path) && !Networks.isLoopback(request.getRemoteAddr())) {
            throw refused(
                    HttpServletResponse.SC_NOT_FOUND,
                    IssueType.NOTFOUND,
                    ServerRule.NOT_FOUND,
                    "There is nothing here, or not from where you ask.");
        }
    }

    private static boolean isPlain(String path) {
        if (path.length() > LONGEST_PATH || !path.startsWith("/")) {
            return false;
        }
        var steps = path.substring(1).replace("%24", "$").split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            var isLast = i == steps.length - 1;
            if (!STEP.matcher(steps[i]).matches() || (AWAY.contains(steps[i]) && !(isLast && steps[i].isEmpty()))) {
                return false;
            }
        }
        return true;
    }

    private static RequestRefused malformed(String text) {
        return refused(HttpServletResponse.SC_BAD_REQUEST, IssueType.INVALID, ServerRule.ADDRESS_FORM, text);
    }

    private static RequestRefused refused(int status, IssueType type, ServerRule rule, String text) {
        return new RequestRefused(status, new Problem(IssueSeverity.ERROR, type, rule, "", text, ""));
    }
}
