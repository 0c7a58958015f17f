package io.github.sprigfhir.domain.kernel;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A range of IP addresses, such as {@code 10.0.0.0/8} or {@code fc00::/7}.
 *
 * @param leading the leading bits, as a number
 * @param length how many bits lead
 * @param width 32 for IPv4, 128 for IPv6
 */
record Network(BigInteger leading, int length, int width) {

    private static final int IPV4 = 32;
    private static final int IPV6 = 128;
    private static final Pattern FOUR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final Pattern SIX = Pattern.compile("((?:[0-9a-f]{1,4}:){1,7}|:):([0-9a-f]{1,4})?/(\\d{1,3})");

    static Optional<Network> parse(String text) {
        Matcher four = FOUR.matcher(text);
        if (four.matches()) {
            BigInteger address = BigInteger.ZERO;
            for (int group = 1; group <= 4; group++) {
                int octet = Integer.parseInt(four.group(group));
                if (octet > 255) {
                    return Optional.empty();
                }
                address = address.shiftLeft(8).or(BigInteger.valueOf(octet));
            }
            return of(address, Integer.parseInt(four.group(5)), IPV4);
        }
        Matcher six = SIX.matcher(text);
        if (!six.matches()) {
            return Optional.empty();
        }
        BigInteger last = six.group(2) == null ? BigInteger.ZERO : new BigInteger(six.group(2), 16);
        return of(leadingGroups(six.group(1)).or(last), Integer.parseInt(six.group(3)), IPV6);
    }

    /** Whether an address, given as its bytes, lies in this range. */
    boolean contains(byte[] address) {
        return address.length * 8 == width
                && new BigInteger(1, address).shiftRight(width - length).equals(leading);
    }

    private static Optional<Network> of(BigInteger address, int length, int width) {
        return length > width
                ? Optional.empty()
                : Optional.of(new Network(address.shiftRight(width - length), length, width));
    }

    private static BigInteger leadingGroups(String groups) {
        String hex = Arrays.stream(groups.split(":"))
                .filter(group -> !group.isEmpty())
                .map(group -> "0".repeat(4 - group.length()) + group)
                .collect(Collectors.joining());
        return new BigInteger("0" + hex, 16).shiftLeft(IPV6 - 4 * hex.length());
    }
}
