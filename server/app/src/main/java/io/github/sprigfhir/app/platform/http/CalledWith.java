package io.github.sprigfhir.app.platform.http;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;

/** What an operation is called with, in the address or as Parameters in the body. */
public final class CalledWith {

    /** Commas also stand within a search. */
    private static final Pattern BETWEEN_SEARCHES = Pattern.compile(",(?=[A-Z][A-Za-z]*\\?)");

    private final Map<String, List<String>> given = new LinkedHashMap<>();

    private CalledWith() {}

    /** Reads it; what is no simple value counts as an empty one. */
    public static CalledWith of(RequestDetails request) {
        var read = new CalledWith();
        request.getParameters().forEach((name, values) -> read.given(name).addAll(Arrays.asList(values)));
        if (request.getResource() instanceof Parameters body) {
            body.getParameter().forEach(one -> read.given(String.valueOf(one.getName()))
                    .add(
                            one.getValue() == null || !one.getValue().isPrimitive()
                                    ? ""
                                    : one.getValue().primitiveValue()));
        }
        return read;
    }

    public Set<String> names() {
        return Set.copyOf(given.keySet());
    }

    /** The values of a parameter, one for each time that it is given. */
    public Stream<String> all(String name) {
        return given.getOrDefault(name, List.of()).stream();
    }

    /** The values of a parameter that takes several with commas between them. */
    public Stream<String> parts(String name) {
        return all(name)
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .distinct();
    }

    /** The values of a parameter that takes searches, as {@code Type?parameters}, with commas between them. */
    public Stream<String> searches(String name) {
        return all(name).flatMap(BETWEEN_SEARCHES::splitAsStream);
    }

    private List<String> given(String name) {
        return given.computeIfAbsent(name, first -> new ArrayList<>());
    }
}
