package io.github.sprigfhir.domain.feedback;

import java.util.List;
import java.util.stream.Stream;

/**
 * The machines that this server may call.
 *
 * <p>The threat: a name on the list of {@link AllowedAddresses} is led by its owner's DNS, today or later, to a machine
 * inside the operator's network, such as a metadata service at 169.254.169.254.
 *
 * <p>The rule: an address that is not public (RFC 6890 and its successors in IANA's registries) is called only if it lies
 * in a network that the operator has listed, or if it is this machine and the Subscription's host says so by name:
 * {@code localhost} or {@code 127.0.0.1}. IPv6 forms that carry an IPv4 address count as not public.
 */
public final class Peers {

    private static final List<Network> LOOPBACK = networks("127.0.0.0/8", "::1/128");

    private static final List<Network> NOT_PUBLIC = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/3",
            "::/3",
            "2001:0::/32",
            "2002::/16",
            "4000::/2",
            "8000::/1");

    private final List<Network> listed;

    private Peers(List<Network> listed) {
        this.listed = listed;
    }

    /**
     * Reads the operator's list of networks, such as {@code 10.0.0.0/8}.
     *
     * @throws IllegalArgumentException if one cannot be read
     */
    public static Peers of(List<String> networks) {
        return new Peers(networks.stream()
                .map(text -> Network.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "sprig.feedback.allowed-networks: " + text + " is not a network such as 10.0.0.0/8")))
                .toList());
    }

    /**
     * Decides about one machine.
     *
     * @param host as the Subscription names it, in lower case
     * @param address the 4 or 16 bytes that the host resolved to
     */
    public PeerVerdict judge(String host, byte[] address) {
        if (isIn(listed, address)) {
            return PeerVerdict.LISTED;
        }
        if (isIn(LOOPBACK, address) && (host.equals("localhost") || host.equals("127.0.0.1"))) {
            return PeerVerdict.LISTED;
        }
        return isIn(NOT_PUBLIC, address) ? PeerVerdict.BARRED : PeerVerdict.PUBLIC;
    }

    private static boolean isIn(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(text -> Network.parse(text).orElseThrow()).toList();
    }
}
