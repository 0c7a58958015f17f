package io.github.sprigfhir.app.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMask;

/** Tells whether an address is among those listed. A name is never looked up. */
record Networks(List<NetMask> masks) {

    private static final Pattern NUMERIC =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*(%\\w+)?");
    private static final Pattern EVERYTHING = Pattern.compile(".*/0*");

    static Networks of(List<String> listed) {
        return new Networks(listed.stream().map(Networks::mask).toList());
    }

    private static NetMask mask(String network) {
        if (!NUMERIC.matcher(network.replaceFirst("/\\d{1,3}$", "")).matches()
                || EVERYTHING.matcher(network).matches()) {
            throw new IllegalArgumentException(
                    "sprig.http.trusted-proxies holds %s, which is neither an address nor a network"
                            .formatted(network));
        }
        return new NetMask(network);
    }

    boolean contain(String address) {
        return parsed(address)
                .map(parsed -> masks.stream().anyMatch(mask -> mask.matches(parsed)))
                .orElse(false);
    }

    static boolean isLoopback(String address) {
        return parsed(address).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    /** The address that numbers stand for. */
    static Optional<InetAddress> parsed(String address) {
        if (!NUMERIC.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
