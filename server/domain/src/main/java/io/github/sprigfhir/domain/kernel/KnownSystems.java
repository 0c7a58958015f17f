package io.github.sprigfhir.domain.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every answer about a system, made once at start, because every coding of every write asks. */
final class KnownSystems {

    private static final SystemForm NOT_OURS = new SystemForm.NotOurs();
    private static final Map<String, SystemForm> REGISTERED = by(RegisteredSystem::uri, SystemForm.Registered::new);
    private static final Map<String, SystemForm> ALIASES = by(system -> folded(system.uri()), SystemForm.Alias::new);

    private KnownSystems() {}

    static SystemForm recognise(String uri) {
        SystemForm registered = REGISTERED.get(uri);
        return registered != null ? registered : ALIASES.getOrDefault(folded(uri), NOT_OURS);
    }

    private static Map<String, SystemForm> by(
            Function<RegisteredSystem, String> key, Function<RegisteredSystem, SystemForm> answer) {
        return Arrays.stream(RegisteredSystem.values()).collect(Collectors.toUnmodifiableMap(key, answer));
    }

    /** What all forms of one system have in common: no scheme, lower case, no slash at the end. */
    private static String folded(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        String path = afterPrefix(afterPrefix(lower, "https://"), "http://");
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String afterPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }
}
