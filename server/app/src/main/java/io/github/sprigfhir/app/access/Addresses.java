package io.github.sprigfhir.app.access;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Under which addresses clients know this server. */
@Component
@WhenGuarded
public final class Addresses {

    private final String server;
    private final boolean here;

    public Addresses(AccessSettings settings, Environment environment) {
        this.server = settings.address().isEmpty()
                ? "http://127.0.0.1:" + environment.getProperty("server.port", "8080")
                : settings.address().replaceAll("/+$", "");
        this.here = StartCheck.listensHereOnly(environment) && StartCheck.isLoopback(StartCheck.host(server));
    }

    /** The root, without a slash at its end. */
    public String server() {
        return server;
    }

    public String fhirBase() {
        return server + "/fhir";
    }

    /** Whether only this machine can reach it, so that secrets which everybody knows do no harm. */
    public boolean isHereOnly() {
        return here;
    }

    public boolean isEncrypted() {
        return server.startsWith("https://");
    }
}
