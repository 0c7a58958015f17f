package io.github.sprigfhir.app.platform.http;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come to this server and by which way.
 *
 * @param behindProxy whether a reverse proxy stands before this server and speaks TLS to the outside; only then may the
 *     server listen on other addresses than loopback without TLS of its own
 * @param trustedProxies the addresses or networks, such as 10.1.2.3 or 10.20.0.0/16, of the proxies whose X-Forwarded
 *     headers are believed; none if it is empty, and never all addresses there are
 * @param allowedOrigins the web pages that may call this server from a browser, each as scheme, host and port, such as
 *     https://app.example; none if it is empty
 */
@ConfigurationProperties("sprig.http")
record DoorSettings(
        @DefaultValue("false") boolean behindProxy,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> allowedOrigins) {

    private static final Pattern ORIGIN =
            Pattern.compile("https://[a-z0-9.-]+(:\\d{1,5})?|http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?");

    DoorSettings {
        for (var origin : allowedOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "sprig.http.allowed-origins holds %s, which is not an origin such as https://app.example"
                                .formatted(origin));
            }
        }
        if (!trustedProxies.isEmpty() && !behindProxy) {
            throw new IllegalArgumentException("sprig.http.trusted-proxies needs sprig.http.behind-proxy=true");
        }
        Networks.of(trustedProxies);
    }
}
