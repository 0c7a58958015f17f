package io.github.sprigfhir.app.access.gate;

import io.github.sprigfhir.domain.access.Scope;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The address of an entry of a Bundle, relative to the FHIR base; an address that means nothing has the type that no
 * scope but the widest speaks of.
 *
 * @param isOne whether it names one resource
 * @param operation with its dollar, or empty
 */
record EntryAddress(String type, boolean isOne, boolean isSearch, String operation, Map<String, String[]> parameters) {

    static EntryAddress read(String url) {
        var question = url.indexOf('?');
        var path = question < 0 ? url : url.substring(0, question);
        var steps = Arrays.stream(path.split("/", -1))
                .filter(step -> !step.isEmpty())
                .toList();
        var operation =
                steps.stream().filter(step -> step.startsWith("$")).findFirst().orElse("");
        return new EntryAddress(
                type(steps),
                steps.size() > 1
                        && !steps.get(1).startsWith("_")
                        && !steps.get(1).startsWith("$")
                        && !isCompartment(steps),
                steps.size() > 1 && steps.get(steps.size() - 1).equals("_search"),
                operation,
                question < 0 ? Map.of() : parameters(url.substring(question + 1)));
    }

    /** In a compartment, such as {@code Patient/1/Observation}, it is the last type that is searched. */
    private static String type(List<String> steps) {
        if (isCompartment(steps)) {
            return steps.get(2);
        }
        return steps.isEmpty() || !isType(steps.get(0)) ? Scope.ANY_TYPE : steps.get(0);
    }

    private static boolean isCompartment(List<String> steps) {
        return steps.size() > 2 && isType(steps.get(0)) && isType(steps.get(2));
    }

    private static boolean isType(String step) {
        return step.matches("[A-Z][A-Za-z]+");
    }

    private static Map<String, String[]> parameters(String query) {
        var parameters = new LinkedHashMap<String, String[]>();
        for (var pair : query.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            parameters.merge(name, new String[] {value}, EntryAddress::both);
        }
        return parameters;
    }

    private static String[] both(String[] one, String[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** What cannot be decoded is refused later; here it stands for itself. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
