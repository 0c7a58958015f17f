package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.outcome.Outcomes;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Answers what Tomcat itself refuses, such as a broken request line, with an OperationOutcome instead of HTML. */
public final class OutcomeErrorValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAILURE = 500;

    /** Tomcat makes one for each host. */
    public OutcomeErrorValve() {
        super();
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        var status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType("application/fhir+json");
        response.setCharacterEncoding("UTF-8");
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(outcome(status));
                response.finishResponse();
            }
        } catch (IOException gone) {
            container.getLogger().debug("The client went away before it was answered", gone);
        }
    }

    static String outcome(int status) {
        var failure = status >= FIRST_FAILURE;
        return """
                {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s","details":{"coding":[{"system":"%s","code":"%s"}],"text":"%s"}}]}""".formatted(
                        failure ? "exception" : status == 404 ? "not-found" : "invalid",
                        Outcomes.RULE_SYSTEM,
                        ServerRule.WEB_SERVER.key(),
                        failure
                                ? "The server failed to handle this request."
                                : "The web server refused this request with status " + status + ".");
    }
}
