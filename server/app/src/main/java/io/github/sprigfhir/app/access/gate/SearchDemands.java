package io.github.sprigfhir.app.access.gate;

import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads out of a search which types it asks about: the one that is searched, those that are included, and those that a
 * chain or a reverse chain looks into, because an answer tells of them too.
 */
@Component
final class SearchDemands {

    private final ISearchParamRegistry searchParams;

    SearchDemands(ISearchParamRegistry searchParams) {
        this.searchParams = searchParams;
    }

    List<Demand> of(String type, Map<String, String[]> parameters, String element) {
        var all = new ArrayList<Demand>();
        all.add(new Demand(Act.SEARCH, type, element));
        parameters.forEach((name, values) -> Stream.concat(
                        lookedInto(type, name), Arrays.stream(values).flatMap(value -> included(name, value)))
                .forEach(other -> all.add(new Demand(Act.SEARCH, other, element, true))));
        return List.copyOf(all);
    }

    /** {@code _has:Type:reference:parameter}, {@code reference:Type.parameter}, {@code reference.parameter}. */
    private Stream<String> lookedInto(String type, String name) {
        if (name.startsWith("_has:")) {
            var steps = List.of(name.split(":", -1));
            return Stream.iterate(0, i -> i + 3 < steps.size(), i -> i + 3)
                    .filter(i -> steps.get(i).equals("_has"))
                    .map(i -> steps.get(i + 1));
        }
        var dot = name.indexOf('.');
        if (dot < 0) {
            return Stream.of();
        }
        var link = name.substring(0, dot);
        var colon = link.indexOf(':');
        var targets = colon > 0 ? Set.of(link.substring(colon + 1)) : targets(type, link);
        var rest = name.substring(dot + 1);
        return targets.stream().flatMap(target -> Stream.concat(Stream.of(target), lookedInto(target, rest)));
    }

    /** A reference that nobody knows may lead anywhere. */
    private Set<String> targets(String type, String parameter) {
        return Optional.ofNullable(searchParams.getActiveSearchParam(
                        type, parameter, ISearchParamRegistry.SearchParamLookupContextEnum.SEARCH))
                .map(known -> known.getTargets())
                .filter(targets -> !targets.isEmpty())
                .orElse(Set.of(Scope.ANY_TYPE));
    }

    /** {@code _revinclude=Type:parameter}; what {@code _include} brings is looked at when it leaves. */
    private static Stream<String> included(String name, String value) {
        if (!name.equals("_revinclude") && !name.startsWith("_revinclude:")) {
            return Stream.of();
        }
        var colon = value.indexOf(':');
        return Stream.of(colon > 0 ? value.substring(0, colon) : Scope.ANY_TYPE);
    }
}
