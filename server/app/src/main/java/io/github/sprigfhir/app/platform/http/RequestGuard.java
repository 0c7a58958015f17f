package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the FHIR servlet and lets in only bodies and addresses that it can handle without harm. */
@Component
class RequestGuard extends OncePerRequestFilter {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final OutcomeAnswer answer;
    private final HttpSettings settings;
    private final BodyReader reader;

    RequestGuard(OutcomeAnswer answer, HttpSettings settings, Clock clock) {
        this.answer = answer;
        this.settings = settings;
        this.reader = new BodyReader(settings, clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().equals("/fhir")
                && !request.getRequestURI().startsWith("/fhir/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(guarded(request), response);
        } catch (RequestRefused refused) {
            answer.to(request, response, refused);
        }
    }

    private HttpServletRequest guarded(HttpServletRequest request) throws IOException {
        AddressCheck.check(request);
        var registered = new RegisteredAddress(request);
        var contentType = lower(request.getContentType());
        if (!WITH_BODY.contains(request.getMethod()) || contentType.startsWith("application/x-www-form-urlencoded")) {
            return registered;
        }
        if (contentType.isEmpty() && request.getContentLengthLong() != 0) {
            throw unsupported("The body has no media type.", "Send Content-Type: application/fhir+json.");
        }
        checkMediaType(contentType);
        if (request.getContentLengthLong() > settings.largestBody().toBytes()) {
            throw reader.tooLarge();
        }
        var encoding = lower(request.getHeader("Content-Encoding"));
        if (!encoding.isEmpty() && !encoding.equals("gzip") && !encoding.equals("identity")) {
            throw unsupported("This server does not read bodies of that content encoding.", "Send gzip, or none.");
        }
        var body = reader.read(request.getInputStream(), encoding.equals("gzip"), contentType);
        return new BufferedRequest(registered, body);
    }

    private static void checkMediaType(String contentType) throws RequestRefused {
        var readable = contentType.isEmpty() || contentType.contains("json") || contentType.contains("xml");
        var charset = contentType.indexOf("charset=");
        var utf8 =
                charset < 0 || contentType.substring(charset).replace("\"", "").startsWith("charset=utf-8");
        if (!readable || !utf8) {
            throw unsupported(
                    "This server does not read bodies of that media type.",
                    "Send application/fhir+json or application/fhir+xml in UTF-8.");
        }
    }

    private static RequestRefused unsupported(String text, String remedy) {
        return new RequestRefused(
                HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                new Problem(IssueSeverity.ERROR, IssueType.NOTSUPPORTED, ServerRule.MEDIA_TYPE, "", text, remedy));
    }

    private static String lower(@Nullable String header) {
        return header == null ? "" : header.toLowerCase(Locale.ROOT);
    }
}
