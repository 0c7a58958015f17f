package io.github.sprigfhir.app.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Puts on every answer, also on Tomcat's own refusals, the headers that keep a browser from running, framing, sniffing
 * or keeping it. They are written nowhere else.
 */
final class AnswerHeaders extends ValveBase {

    /** Data: nothing in it may load or run anything. */
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    /** Pages of the guide and for signing in; no form-action, because signing in ends with a redirect to an app. */
    private static final String PAGE =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    AnswerHeaders() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var path = request.getDecodedRequestURI() == null ? "" : request.getDecodedRequestURI();
        response.setHeader("X-Content-Type-Options", "nosniff");
        // The same as frame-ancestors, for browsers that do not know it.
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", isData(path) ? DATA : PAGE);
        response.setHeader("Cache-Control", isBelow(path, "/guide") ? "no-cache" : "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        getNext().invoke(request, response);
    }

    private static boolean isData(String path) {
        return isBelow(path, "/fhir") || isBelow(path, "/oruk") || isBelow(path, "/directory");
    }

    private static boolean isBelow(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
