package io.github.sprigfhir.app.platform.http;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a chain or a reverse chain ends in. */
final class ChainEnds {

    private static final String REVERSE = "_has:";
    private static final int TYPE_REFERENCE_REST = 3;
    /** These reverse chains are looked up by ourselves. */
    private static final Pattern BY_OUTCOMES = Pattern.compile("_has:Observation:(subject|patient|based-on):[a-z-]+");

    private static final Set<String> REACHING = Set.of("Patient", "ServiceRequest");

    private final ISearchParamRegistry searchParams;

    ChainEnds(ISearchParamRegistry searchParams) {
        this.searchParams = searchParams;
    }

    /** Whether it ends in a parameter that HAPI cannot look up by itself, and would leave out of a chain in silence. */
    boolean isLeftOut(@Nullable String type, String name) {
        return !(REACHING.contains(String.valueOf(type))
                        && BY_OUTCOMES.matcher(name).matches())
                && of(type == null ? Set.of() : Set.of(type), name)
                        .anyMatch(end -> end.getParamType() == RestSearchParameterTypeEnum.SPECIAL
                                && !end.getBase().contains("Location"));
    }

    private Stream<RuntimeSearchParam> of(Set<String> types, String name) {
        if (name.startsWith(REVERSE)) {
            var parts = List.of(name.substring(REVERSE.length()).split(":", TYPE_REFERENCE_REST));
            return parts.size() < TYPE_REFERENCE_REST ? Stream.empty() : of(Set.of(parts.get(0)), parts.get(2));
        }
        var dot = name.indexOf('.');
        var step = List.of((dot < 0 ? name : name.substring(0, dot)).split(":", 2));
        var found = types.stream().flatMap(type -> parameter(type, step.get(0)).stream());
        if (dot < 0) {
            return found;
        }
        return of(
                step.size() > 1
                        ? Set.of(step.get(1))
                        : found.flatMap(parameter -> parameter.getTargets().stream())
                                .collect(Collectors.toSet()),
                name.substring(dot + 1));
    }

    private Optional<RuntimeSearchParam> parameter(String type, String name) {
        return Optional.ofNullable(searchParams.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH));
    }
}
