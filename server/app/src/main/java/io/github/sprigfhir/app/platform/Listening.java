package io.github.sprigfhir.app.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Lets the server start only where nobody can listen in: on loopback, with TLS of its own, or behind a proxy that has it.
 * Tokens and records of people would else cross the network in clear.
 */
public final class Listening implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> KEYS =
            List.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        check(context.getEnvironment());
    }

    static void check(Environment environment) {
        var address = environment.getProperty("server.address", "");
        if (!isLoopback(address)
                && !speaksTls(environment)
                && !environment.getProperty("sprig.http.behind-proxy", Boolean.class, false)) {
            throw new CannotStart(
                    "it would listen on %s without TLS. Give it a certificate (server.ssl.bundle), or set sprig.http.behind-proxy=true where a reverse proxy before it speaks TLS, or leave server.address at 127.0.0.1; docs/operating.md says how."
                            .formatted(address.isEmpty() ? "every address" : address));
        }
    }

    private static boolean speaksTls(Environment environment) {
        return environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && KEYS.stream()
                        .anyMatch(key -> !environment.getProperty(key, "").isEmpty());
    }

    private static boolean isLoopback(String address) {
        if (address.isEmpty()) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
