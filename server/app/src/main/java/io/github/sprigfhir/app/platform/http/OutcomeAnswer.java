package io.github.sprigfhir.app.platform.http;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.outcome.Outcomes;
import io.github.sprigfhir.app.platform.outcome.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Answers a request that got no further than our filters with an OperationOutcome. */
@Component
final class OutcomeAnswer {

    private final FhirContext fhir;

    OutcomeAnswer(FhirContext fhir) {
        this.fhir = fhir;
    }

    void to(HttpServletRequest request, HttpServletResponse response, RequestRefused refused) throws IOException {
        Told.note(request, refused.problem().rule());
        var accept = request.getHeader("Accept");
        var xml = accept != null && accept.toLowerCase(Locale.ROOT).contains("xml");
        var parser = xml ? fhir.newXmlParser() : fhir.newJsonParser();
        response.setStatus(refused.status());
        if (refused.retryAfter() > 0) {
            response.setHeader("Retry-After", Long.toString(refused.retryAfter()));
        }
        response.setContentType(xml ? "application/fhir+xml" : "application/fhir+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(parser.encodeResourceToString(Outcomes.of(List.of(refused.problem()))));
    }
}
