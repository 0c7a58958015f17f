package io.github.sprigfhir.domain.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An http or https address in the narrow form that every reader of addresses understands alike.
 *
 * @param host in lower case
 * @param port the scheme's own where none was written
 * @param path begins with a slash
 */
public record WebAddress(String scheme, String host, int port, String path) {

    private static final int LONGEST = 1_000;
    private static final int LAST_PORT = 65_535;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final String NAME = "(?:" + LABEL + "\\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?";
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String FOUR_OCTETS = "(?:" + OCTET + "\\.){3}" + OCTET;

    /** No user-info, no fragment, no backslash, no bracket; nothing percent-encoded before the query. */
    private static final Pattern FORM = Pattern.compile("(?<scheme>https?)://"
            + "(?<host>" + NAME + "|" + FOUR_OCTETS + ")"
            + "(?::(?<port>[0-9]{1,5}))?"
            + "(?<path>(?:/[A-Za-z0-9._~-]*)*)"
            + "(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?");

    private static final Pattern SCHEME_AND_HOST = Pattern.compile("^[A-Za-z]+://[^/?]*");

    /** The address, if it is of the narrow form. */
    public static Optional<WebAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher match = FORM.matcher(SCHEME_AND_HOST
                .matcher(text)
                .replaceFirst(part -> Matcher.quoteReplacement(part.group().toLowerCase(Locale.ROOT))));
        if (!match.matches()) {
            return Optional.empty();
        }
        String scheme = match.group("scheme");
        int port = match.group("port") == null ? usualPort(scheme) : Integer.parseInt(match.group("port"));
        String path = match.group("path").isEmpty() ? "/" : match.group("path");
        return port < 1 || port > LAST_PORT || climbs(path)
                ? Optional.empty()
                : Optional.of(new WebAddress(scheme, match.group("host"), port, path));
    }

    /** Whether nobody on the way can read what is sent: it is encrypted, or stays on this machine. */
    public boolean isPrivate() {
        return scheme.equals("https") || LOOPBACK.contains(host);
    }

    /** Same scheme, host and port, and this path or one below it; a path is compared by whole segments. */
    public boolean isAtOrBelow(WebAddress listed) {
        String folder = listed.path.endsWith("/") ? listed.path : listed.path + "/";
        return scheme.equals(listed.scheme)
                && host.equals(listed.host)
                && port == listed.port
                && (path.equals(listed.path) || path.startsWith(folder));
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static boolean climbs(String path) {
        return Arrays.stream(path.split("/", -1)).anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }
}
