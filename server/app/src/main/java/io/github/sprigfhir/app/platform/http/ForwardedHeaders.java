package io.github.sprigfhir.app.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Believes a trusted proxy about who asked, by which name and whether over TLS, so that links and limits are right. Of
 * anybody else these headers count for nothing. They are left in place, because that they are there at all tells others
 * that a proxy stands between; nobody else may act on what they say.
 *
 * <p>Tomcat's own RemoteIpValve takes proxies as patterns of text, in which a network cannot be written safely.
 */
final class ForwardedHeaders extends ValveBase {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final Networks trusted;

    ForwardedHeaders(Networks trusted) {
        super(true);
        this.trusted = trusted;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (trusted.contain(request.getRemoteAddr())) {
            believe(request);
        }
        getNext().invoke(request, response);
    }

    private void believe(Request request) {
        var client = client(request);
        if (client != null) {
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
        }
        var secure = "https".equalsIgnoreCase(last(request, PROTO));
        if (secure) {
            request.setSecure(true);
            request.getCoyoteRequest().scheme().setString("https");
        }
        var host = last(request, HOST);
        var name = NAME.matcher(host == null ? "" : host);
        if (name.matches()) {
            var port = name.group(2) == null ? secure ? HTTPS_PORT : HTTP_PORT : Integer.parseInt(name.group(2));
            request.getCoyoteRequest().serverName().setString(name.group(1));
            request.setServerPort(port);
        } else if (secure && request.getServerPort() == HTTP_PORT) {
            request.setServerPort(HTTPS_PORT);
        }
    }

    /** The nearest of those who passed the request on that is no trusted proxy; whoever came before may have lied. */
    private @Nullable String client(Request request) {
        var passedOn = String.join(",", values(request, FOR)).split(",", -1);
        for (int i = passedOn.length - 1; i >= 0; i--) {
            var address = passedOn[i].trim();
            if (Networks.parsed(address).isEmpty()) {
                return null;
            }
            if (!trusted.contain(address)) {
                return address;
            }
        }
        return null;
    }

    private static @Nullable String last(Request request, String name) {
        var values = String.join(",", values(request, name)).split(",", -1);
        var last = values[values.length - 1].trim();
        return last.isEmpty() ? null : last;
    }

    private static List<String> values(Request request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
