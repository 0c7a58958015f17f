package io.github.sprigfhir.app.access.gate;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.outcome.Outcomes;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.outcome.Told;
import io.github.sprigfhir.domain.access.AccessRule;
import io.github.sprigfhir.domain.access.TokenRule;
import io.github.sprigfhir.domain.kernel.Rule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Answers those who are not let in: RFC 6750's header, and an OperationOutcome in the form they asked for. */
final class OutcomeAnswers {

    private static final Pattern XML_ASKED = Pattern.compile("(^|&)_format=[^&]*xml");
    private static final String ASK =
            "Ask %s for a token (the guide's page on access says how), and send it as Authorization: Bearer.";

    private final FhirContext fhir;
    private final String tokenAddress;

    OutcomeAnswers(FhirContext fhir, String tokenAddress) {
        this.fhir = fhir;
        this.tokenAddress = tokenAddress;
    }

    void notLetIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof NotAdmitted known) {
            var forbidden = known.rule() == TokenRule.ORGANISATION_UNKNOWN;
            challenge(response, forbidden ? "insufficient_scope" : "invalid_token");
            answer(
                    request,
                    response,
                    forbidden ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED,
                    problem(
                            forbidden ? IssueType.FORBIDDEN : IssueType.LOGIN,
                            known.rule(),
                            String.valueOf(known.getMessage()),
                            known.remedy()));
        } else if (why instanceof InvalidBearerTokenException) {
            challenge(response, "invalid_token");
            answer(
                    request,
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    problem(
                            IssueType.LOGIN,
                            TokenRule.TOKEN_INVALID,
                            "The access token has expired, is not of this server's issuer, or is not for this server.",
                            ASK.formatted(tokenAddress)));
        } else {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"sprig\"");
            answer(
                    request,
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    problem(
                            IssueType.LOGIN,
                            TokenRule.TOKEN_MISSING,
                            "This needs an access token.",
                            ASK.formatted(tokenAddress)));
        }
    }

    void notImporting(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                request,
                response,
                HttpServletResponse.SC_FORBIDDEN,
                problem(
                        IssueType.FORBIDDEN,
                        AccessRule.ROLE,
                        "Only administrators and directory editors import services, with a token for it.",
                        "Ask for a token with system/HealthcareService.cu and system/Location.cu."));
    }

    void nothingHere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                request,
                response,
                HttpServletResponse.SC_NOT_FOUND,
                problem(IssueType.NOTFOUND, ServerRule.NOT_FOUND, "There is nothing at this address.", ""));
    }

    private static void challenge(HttpServletResponse response, String error) {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"sprig\", error=\"%s\"".formatted(error));
    }

    private static Problem problem(IssueType type, Rule rule, String text, String remedy) {
        return new Problem(IssueSeverity.ERROR, type, rule, "", text, remedy);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, int status, Problem problem)
            throws IOException {
        Told.note(request, problem.rule());
        var asked = Objects.toString(request.getQueryString(), "");
        var accepted = Objects.toString(request.getHeader("Accept"), "").toLowerCase(Locale.ROOT);
        var xml = asked.contains("_format=") ? XML_ASKED.matcher(asked).find() : accepted.contains("fhir+xml");
        response.setStatus(status);
        response.setContentType(xml ? "application/fhir+xml" : "application/fhir+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var parser = xml ? fhir.newXmlParser() : fhir.newJsonParser();
        response.getWriter().write(parser.encodeResourceToString(Outcomes.of(List.of(problem))));
    }
}
