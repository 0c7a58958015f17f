package io.github.sprigfhir.app.platform.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.lang3.ArrayUtils;

/** Reads a condition such as {@code Patient?identifier=x}, which HAPI takes as a search that nobody checks. */
final class Condition {

    private Condition() {}

    /** The parameters of a query, decoded; the query must be one that {@link AddressCheck#isText} accepts. */
    static Map<String, String[]> parameters(String query) {
        var parameters = new LinkedHashMap<String, String[]>();
        for (var pair : query.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            parameters.merge(name, new String[] {value}, ArrayUtils::addAll);
        }
        return parameters;
    }

    /** What follows the question mark; nothing where there is none. */
    static String query(String address) {
        var mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
