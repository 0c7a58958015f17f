package io.github.sprigfhir.app.platform.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Outcomes;
import io.github.sprigfhir.app.platform.outcome.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the sender what was changed or noticed although the request succeeded: in the outcome of a transaction's entry,
 * in an OperationOutcome that was asked for, and in {@code Warning} headers (RFC 7234, code 299) in every case.
 */
@Component
@Interceptor
public class Warnings implements SprigFeature {

    private static final String KEY = "sprig.warnings";
    private static final int MOST_HEADERS = 10;
    private static final Pattern ENTRY = Pattern.compile("Bundle\\.entry\\[(\\d+)]\\..*");

    /** Keeps what is to be told to the sender of a request once it has succeeded. */
    public static void add(RequestDetails request, List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        var warnings = new LinkedHashSet<>(of(request));
        warnings.addAll(problems);
        request.getUserData().put(KEY, warnings);
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    void tell(ServletRequestDetails request, @Nullable IBaseResource response) {
        var warnings = of(request);
        warnings.stream().limit(MOST_HEADERS).forEach(warning -> request.getServletResponse()
                .addHeader("Warning", header(warning)));
        if (response instanceof OperationOutcome outcome) {
            outcome.getIssue().addAll(Outcomes.of(List.copyOf(warnings)).getIssue());
        } else if (response instanceof Bundle bundle) {
            warnings.forEach(warning -> tellInEntry(bundle, warning));
        }
    }

    private static void tellInEntry(Bundle bundle, Problem warning) {
        var match = ENTRY.matcher(warning.expression());
        if (!match.matches()) {
            return;
        }
        var response = bundle.getEntry().get(Integer.parseInt(match.group(1))).getResponse();
        if (!(response.getOutcome() instanceof OperationOutcome)) {
            response.setOutcome(new OperationOutcome());
        }
        if (response.getOutcome() instanceof OperationOutcome outcome) {
            outcome.getIssue().addAll(Outcomes.of(List.of(warning)).getIssue());
        }
    }

    private static String header(Problem warning) {
        var text = (warning.expression() + ": " + warning.text())
                .replaceAll("[^ -~]", "?")
                .replace('"', '\'');
        return "299 sprig \"" + text + "\"";
    }

    @SuppressWarnings("unchecked")
    private static Set<Problem> of(RequestDetails request) {
        return (Set<Problem>) request.getUserData().getOrDefault(KEY, Set.of());
    }
}
