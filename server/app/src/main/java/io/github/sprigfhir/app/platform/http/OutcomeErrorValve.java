package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.outcome.Outcomes;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Answers what Tomcat itself refuses, such as a broken request line, with an OperationOutcome instead of HTML. */
public final class OutcomeErrorValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAILURE = 500;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** Tomcat makes one for each host. */
    public OutcomeErrorValve() {
        super();
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() == HttpServletResponse.SC_NOT_IMPLEMENTED) {
            // What Tomcat does not know, the sender should not have sent; nothing here has failed.
            response.setStatus(BAD_REQUEST);
        }
        var status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType("application/fhir+json");
        response.setCharacterEncoding("UTF-8");
        try {
            var writer = response.getReporter();
            if (writer != null) {
                var longest = request.getConnector().getProperty("maxHttpRequestHeaderSize");
                writer.write(outcome(status, String.valueOf(longest)));
                response.finishResponse();
            }
        } catch (IOException gone) {
            container.getLogger().debug("The client went away before it was answered", gone);
        }
    }

    static String outcome(int status, String longestHead) {
        var failure = status >= FIRST_FAILURE;
        return """
                {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s","details":{"coding":[{"system":"%s","code":"%s"}],"text":"%s"}}]}""".formatted(
                        failure ? "exception" : status == NOT_FOUND ? "not-found" : "invalid",
                        Outcomes.RULE_SYSTEM,
                        ServerRule.WEB_SERVER.key(),
                        failure ? "The server failed to handle this request." : refusal(status, longestHead));
    }

    /** Tomcat does not say what it disliked. */
    private static String refusal(int status, String longestHead) {
        var text = "The web server refused this request with status " + status;
        return status == BAD_REQUEST
                ? text
                        + ": its address or its headers are broken, or longer than %s bytes together, the limit."
                                .formatted(longestHead)
                : text + ".";
    }
}
