package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.domain.audit.Action;
import io.github.sprigfhir.domain.audit.AskedQuery;
import io.github.sprigfhir.domain.audit.Interaction;
import io.github.sprigfhir.domain.audit.Touch;
import io.github.sprigfhir.domain.audit.Touched;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the address of a request asks for, as far as it can be on record: types and ids of ours, and no other words. */
final class Asked {

    private static final int LONGEST_QUERY = 2_000;
    private static final String BASE = "/fhir";

    private final HttpServletRequest request;
    private final List<String> path;

    Asked(HttpServletRequest request) {
        this.request = request;
        this.path = path(request);
    }

    /** The path as it is served, whatever escapes it was sent with. */
    static String served(HttpServletRequest request) {
        return request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    }

    /** The segments of the address below the FHIR base. */
    static List<String> path(HttpServletRequest request) {
        var address = served(request);
        var below = address.startsWith(BASE) ? address.substring(BASE.length()) : address;
        return Arrays.stream(below.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    Optional<String> type() {
        return path.stream()
                .limit(1)
                .filter(segment -> segment.matches("[A-Z][A-Za-z]{1,40}"))
                .findFirst();
    }

    private Optional<String> operation() {
        return path.stream()
                .skip(Math.max(0, path.size() - 1))
                .filter(segment -> segment.matches("\\$[a-z-]{1,40}"))
                .findFirst();
    }

    /** The resource that is addressed, whether it is there or not. */
    List<Touched> target(Interaction interaction) {
        var touch =
                switch (interaction.action()) {
                    case CREATE, UPDATE, EXECUTE -> Touch.CHANGED;
                    case READ -> Touch.READ;
                    case DELETE -> Touch.DELETED;
                };
        return type().isPresent() && path.size() > 1 && AskedQuery.isId(path.get(1))
                ? List.of(new Touched(
                        interaction.action() == Action.EXECUTE ? Touch.READ : touch,
                        path.get(0) + "/" + path.get(1),
                        true))
                : List.of();
    }

    /** The person, where the address is that of a person. */
    Optional<String> person() {
        return type().filter("Patient"::equals)
                .filter(type -> path.size() > 1 && AskedQuery.isId(path.get(1)))
                .map(type -> type + "/" + path.get(1));
    }

    Map<String, List<String>> parameters() {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    }

    /** The search, or the operation with its parameters in the address, without what could name a person. */
    String query() {
        var what = Stream.concat(type().stream(), operation().stream()).collect(Collectors.joining("/"));
        var query = what + "?" + AskedQuery.of(parameters());
        return query.length() <= LONGEST_QUERY ? query : query.substring(0, LONGEST_QUERY);
    }
}
