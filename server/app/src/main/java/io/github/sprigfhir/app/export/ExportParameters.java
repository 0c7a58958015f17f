package io.github.sprigfhir.app.export;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.http.CalledWith;
import io.github.sprigfhir.app.platform.http.ParameterReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what {@code $export} is called with, in the address or in a body, and finds all that is wrong with it. */
final class ExportParameters {

    private static final String TYPE = "_type";
    private static final String FILTER = "_typeFilter";
    private static final String ELEMENTS = "_elements";
    private static final String SINCE = "_since";
    private static final String FORMAT = "_outputFormat";
    private static final Set<String> KNOWN = Set.of(TYPE, FILTER, ELEMENTS, SINCE, FORMAT);
    private static final Set<String> NDJSON = Set.of("application/fhir+ndjson", "application/ndjson", "ndjson");

    private static final Pattern ELEMENT = Pattern.compile("(?:([A-Z][A-Za-z]*)\\.)?([a-z][A-Za-z]*)");

    private final FhirContext fhir;
    private final ParameterReader reader;
    private final CalledWith called;
    private final boolean lenient;

    ExportParameters(RequestDetails request) {
        fhir = request.getFhirContext();
        reader = new ParameterReader(request);
        called = reader.called();
        lenient = String.join(",", request.getHeaders("Prefer")).contains("handling=lenient");
    }

    /**
     * What is wanted, or a refusal of everything that is wrong.
     *
     * @param types that there are, in the order of their files
     */
    Export.Wanted read(List<String> types, ExportFilters judge) {
        if (!lenient) {
            reader.check(KNOWN);
        }
        called.all(FORMAT)
                .filter(format -> !NDJSON.contains(format.toLowerCase(Locale.ROOT)))
                .forEach(format -> reader.problem(
                        FORMAT,
                        "Exports are written as NDJSON alone.",
                        "Leave it out, or send application/fhir+ndjson."));
        var wanted = called.parts(TYPE).toList();
        wanted.stream()
                .filter(type -> !types.contains(type) && !lenient)
                .forEach(type -> reader.problem(
                        TYPE,
                        "There is nothing of that type to export.",
                        "These are exported: %s.".formatted(String.join(", ", types))));
        var chosen = types.stream()
                .filter(type -> wanted.isEmpty() || wanted.contains(type))
                .toList();
        var fits = called.searches(FILTER).collect(Collectors.partitioningBy(filter -> chosen.stream()
                .anyMatch(type -> filter.startsWith(type + "?"))));
        var filters = fits.getOrDefault(true, List.of());
        reader.problems(judge.problems(filters));
        fits.getOrDefault(false, List.of())
                .forEach(
                        filter -> reader.problem(
                                FILTER,
                                "It is no search of a type that is exported.",
                                "Write it as Observation?status=final, encoded for an address, with its type among those of _type."));
        var elements = elements(chosen);
        var since = reader.instant(SINCE);
        reader.refuse();
        return new Export.Wanted(chosen, filters, elements, since);
    }

    private List<String> elements(List<String> types) {
        return called.parts(ELEMENTS)
                .flatMap(element -> element(element, types))
                .toList();
    }

    private Stream<String> element(String asked, List<String> types) {
        var form = ELEMENT.matcher(asked);
        var found = !form.matches()
                ? List.<String>of()
                : types.stream()
                        .filter(type -> form.group(1) == null || form.group(1).equals(type))
                        .filter(type -> has(type, form.group(2)))
                        .map(type -> type + "." + form.group(2))
                        .toList();
        if (found.isEmpty()) {
            reader.problem(
                    ELEMENTS,
                    "It names no element of a type that is exported.",
                    "Write it as Patient.gender or gender.");
        }
        return found.stream();
    }

    private boolean has(String type, String element) {
        var definition = fhir.getResourceDefinition(type);
        return definition.getChildByName(element) != null || definition.getChildByName(element + "[x]") != null;
    }
}
