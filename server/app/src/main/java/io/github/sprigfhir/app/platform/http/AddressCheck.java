package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.report.ReportForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Refuses a method, an address, form parameters or a wish for a format that no later layer handles well. */
final class AddressCheck {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> FORMATS = List.of(
            "json",
            "xml",
            "application/json",
            "application/xml",
            "application/fhir+json",
            "application/fhir+xml",
            "application/json+fhir",
            "application/xml+fhir",
            "text/json",
            "text/xml",
            "application/*",
            "*/*");
    private static final char NUL = '\0';
    private static final char REPLACEMENT = '\uFFFD';

    private AddressCheck() {}

    static void check(HttpServletRequest request) throws RequestRefused {
        if (!METHODS.contains(request.getMethod())) {
            throw refused(
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    IssueType.NOTSUPPORTED,
                    ServerRule.NOT_SUPPORTED,
                    "This server does not know that HTTP method.");
        }
        checkParameters(request);
        checkFormat(request);
    }

    private static void checkParameters(HttpServletRequest request) throws RequestRefused {
        // Tomcat reads a form here, and leaves out in silence what it cannot read.
        var parameters = request.getParameterMap();
        if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) instanceof FailReason reason) {
            var tooLarge = reason == FailReason.POST_TOO_LARGE || reason == FailReason.TOO_MANY_PARAMETERS;
            throw tooLarge
                    ? refused(
                            HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                            IssueType.TOOLONG,
                            ServerRule.BODY_TOO_LARGE,
                            "The search has too many parameters, or too much in them.")
                    : unreadable();
        }
        for (var parameter : parameters.entrySet()) {
            if (holdsNoText(parameter.getKey())
                    || Arrays.stream(parameter.getValue()).anyMatch(AddressCheck::holdsNoText)) {
                throw unreadable();
            }
        }
    }

    /** Whether an encoded address can be decoded to text that the store can hold. */
    static boolean isText(String address) {
        try {
            return !holdsNoText(URLDecoder.decode(address, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException brokenEscape) {
            return false;
        }
    }

    /** PostgreSQL cannot hold NUL; the replacement character is what bytes that are not UTF-8 have become. */
    private static boolean holdsNoText(String text) {
        return text.indexOf(NUL) >= 0 || text.indexOf(REPLACEMENT) >= 0;
    }

    private static void checkFormat(HttpServletRequest request) throws RequestRefused {
        if (ReportForm.asked(request) != ReportForm.FHIR || isTable(request)) {
            return;
        }
        var format = request.getParameter("_format");
        if (format != null ? !isKnown(format.replace(' ', '+')) : !acceptsKnown(request.getHeader("Accept"))) {
            throw refused(
                    HttpServletResponse.SC_NOT_ACCEPTABLE,
                    IssueType.NOTSUPPORTED,
                    ServerRule.FORMAT,
                    ReportForm.isOffered(request)
                            ? "A report is given in JSON or XML, as a table (text/csv) or as a page (text/html)."
                            : "This server answers in JSON or XML.");
        }
    }

    /** A table has forms of its own, which its operation judges. */
    private static boolean isTable(HttpServletRequest request) {
        return request.getRequestURI().replace("%24", "$").endsWith("/$viewdefinition-run");
    }

    private static boolean acceptsKnown(@Nullable String accept) {
        return accept == null
                || accept.isBlank()
                || Arrays.stream(accept.split(",", -1)).anyMatch(AddressCheck::isKnown);
    }

    private static boolean isKnown(String range) {
        var end = range.indexOf(';');
        return FORMATS.contains(
                (end < 0 ? range : range.substring(0, end)).trim().toLowerCase(Locale.ROOT));
    }

    private static RequestRefused unreadable() {
        return refused(
                HttpServletResponse.SC_BAD_REQUEST,
                IssueType.STRUCTURE,
                ServerRule.QUERY_ENCODING,
                "The address or the form holds bytes that are not UTF-8, a broken percent escape or a NUL character.");
    }

    private static RequestRefused refused(int status, IssueType type, ServerRule rule, String text) {
        return new RequestRefused(
                status,
                new Problem(
                        IssueSeverity.ERROR, type, rule, "", text, "The CapabilityStatement says what is understood."));
    }
}
