package io.github.sprigfhir.app.access;

import io.github.sprigfhir.app.platform.CannotStart;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Refuses to start a server whose settings would leave it open: without access control, or with tokens over an open
 * line, it listens on this machine alone.
 */
public final class StartCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Duration LONGEST_TOKEN = Duration.ofHours(1);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var settings = AccessSettings.in(environment);
        var address = settings.address();
        var here = listensHereOnly(environment) && (address.isEmpty() || isLoopback(host(address)));
        if (!settings.enabled()) {
            if (!here) {
                throw new CannotStart(
                        "access control may be switched off only for measurements, on a server that listens on a loopback address (SERVER_ADDRESS=127.0.0.1)");
            }
            return;
        }
        if (address.isEmpty() && (!here || "0".equals(environment.getProperty("server.port")))) {
            throw new CannotStart(
                    "SPRIG_ACCESS_ADDRESS must say under which address clients reach this server, such as https://sprig.example");
        }
        if (!address.isEmpty() && !address.startsWith("https://") && !isLoopback(host(address))) {
            throw new CannotStart("SPRIG_ACCESS_ADDRESS must be an https address: tokens do not go over an open line");
        }
        if (!settings.issuer().isEmpty()
                && !settings.issuer().startsWith("https://")
                && !isLoopback(host(settings.issuer()))) {
            throw new CannotStart("SPRIG_ACCESS_ISSUER must be an https address");
        }
        var lifetime = settings.tokenLifetime();
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(LONGEST_TOKEN) > 0) {
            throw new CannotStart("SPRIG_ACCESS_TOKENLIFETIME must be an hour at most, such as 5m");
        }
    }

    static boolean listensHereOnly(Environment environment) {
        return isLoopback(environment.getProperty("server.address", ""));
    }

    /** An unknown or empty name is not this machine. */
    static boolean isLoopback(String host) {
        if (host.isEmpty()) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    static String host(String address) {
        try {
            var host = new URI(address).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException none) {
            throw new CannotStart(
                    "SPRIG_ACCESS_ADDRESS or SPRIG_ACCESS_ISSUER is not an address such as https://sprig.example");
        }
    }
}
