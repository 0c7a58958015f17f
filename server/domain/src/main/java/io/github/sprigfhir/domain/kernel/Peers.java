package io.github.sprigfhir.domain.kernel;

import java.util.List;
import java.util.stream.Stream;

/**
 * The machines that this server may call.
 *
 * <p>The threat: a name that may be called, of a subscriber or a directory feed, is led by its owner's DNS, today or later,
 * to a machine inside the operator's network, such as a metadata service at 169.254.169.254.
 *
 * <p>The rule: an address that is not public (RFC 6890 and its successors in IANA's registries) is called only if it lies
 * in a network that the operator has listed, or if it is this machine and the host says so by name: {@code localhost} or
 * {@code 127.0.0.1}, where that is {@link #ofListed allowed}. IPv6 forms that carry an IPv4 address count as not public.
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
    private final boolean ourselvesByName;

    private Peers(List<Network> listed, boolean ourselvesByName) {
        this.listed = listed;
        this.ourselvesByName = ourselvesByName;
    }

    /**
     * Those in the operator's networks, such as {@code 10.0.0.0/8}, and this machine where it is named.
     *
     * @param setting where the list stands
     * @throws IllegalArgumentException if one cannot be read
     */
    public static Peers ofListedAndOurselves(String setting, List<String> networks) {
        return new Peers(read(setting, networks), true);
    }

    /** Those in the operator's networks, and this machine only if it lies in one of them. */
    public static Peers ofListed(String setting, List<String> networks) {
        return new Peers(read(setting, networks), false);
    }

    private static List<Network> read(String setting, List<String> networks) {
        return networks.stream()
                .map(text -> Network.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                setting + ": " + text + " is not a network such as 10.0.0.0/8")))
                .toList();
    }

    /**
     * Decides about one machine.
     *
     * @param host as the address names it, in lower case
     * @param address the 4 or 16 bytes that the host resolved to
     */
    public PeerVerdict judge(String host, byte[] address) {
        if (isIn(listed, address)) {
            return PeerVerdict.LISTED;
        }
        if (ourselvesByName && isIn(LOOPBACK, address) && (host.equals("localhost") || host.equals("127.0.0.1"))) {
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
