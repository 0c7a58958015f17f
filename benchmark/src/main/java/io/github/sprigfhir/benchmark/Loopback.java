package io.github.sprigfhir.benchmark;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Lets load fall on this machine only: a benchmark must never be pointed at a server that serves people. */
final class Loopback {

    private Loopback() {}

    /** The address, if it is plain HTTP to this machine. */
    static URI only(String server) {
        var address = URI.create(server.replaceAll("/+$", ""));
        if (!"http".equals(address.getScheme()) || !isLoopback(address.getHost())) {
            throw new IllegalArgumentException(
                    "load goes to this machine only, such as http://127.0.0.1:8080, not to " + server);
        }
        return address;
    }

    private static boolean isLoopback(String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
