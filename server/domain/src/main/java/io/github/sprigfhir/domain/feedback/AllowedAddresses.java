package io.github.sprigfhir.domain.feedback;

import io.github.sprigfhir.domain.kernel.Peers;
import io.github.sprigfhir.domain.kernel.WebAddress;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that the operator lets this server call.
 *
 * <p>The threat: whoever may write a Subscription makes this server send requests from inside the operator's network, to
 * an internal system that trusts them (server-side request forgery), or sends news about people to a stranger.
 *
 * <p>The rule: an address is called only if it is of the narrow form of {@link WebAddress}, is encrypted or on this
 * machine, and has scheme, host and port of a listed prefix exactly, and its path or one below it. So
 * {@code https://gp.example/fhir} lets through {@code https://gp.example/fhir/in}, but not
 * {@code https://gp.example.evil.com}, {@code https://gp.example@evil.com}, {@code https://gp.example:8443/fhir} or
 * {@code https://gp.example/fhir-2}. An empty list lets nothing through. What the host's name resolves to is judged by
 * {@link Peers} when it is called.
 */
public final class AllowedAddresses {

    private static final AddressVerdict ALLOWED = new AddressVerdict.Allowed();

    private final List<WebAddress> prefixes;

    private AllowedAddresses(List<WebAddress> prefixes) {
        this.prefixes = prefixes;
    }

    /**
     * Reads the operator's list.
     *
     * @throws IllegalArgumentException if a prefix is not of the narrow form; a list that may mean something else than
     *     its writer thought is not used
     */
    public static AllowedAddresses of(List<String> prefixes) {
        return new AllowedAddresses(
                prefixes.stream().map(AllowedAddresses::listed).toList());
    }

    /** Decides about one address, as its subscriber wrote it. */
    public AddressVerdict judge(String address) {
        Optional<WebAddress> parsed = WebAddress.parse(address);
        if (parsed.isEmpty()) {
            return new AddressVerdict.Refused(
                    FeedbackRule.ADDRESS,
                    "The endpoint is not a plain http or https address.",
                    "Send scheme, host, port and path, without user name, fragment or percent escapes.");
        }
        if (!parsed.get().isPrivate()) {
            return new AddressVerdict.Refused(
                    FeedbackRule.ADDRESS, "The endpoint is not encrypted.", "Send an https address.");
        }
        if (prefixes.stream().noneMatch(parsed.get()::isAtOrBelow)) {
            return new AddressVerdict.Refused(
                    FeedbackRule.ADDRESS_NOT_ALLOWED,
                    "The endpoint is not among the addresses that this server may call.",
                    "Ask the operator to list it in sprig.feedback.allowed-addresses.");
        }
        return ALLOWED;
    }

    private static WebAddress listed(String prefix) {
        return WebAddress.parse(prefix)
                .orElseThrow(() -> new IllegalArgumentException(
                        "sprig.feedback.allowed-addresses: " + prefix + " is not a plain http or https address"));
    }
}
