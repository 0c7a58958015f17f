package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.api.SearchContainedModeEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.param.HasParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import io.github.sprigfhir.domain.access.Asked;
import io.github.sprigfhir.domain.access.Asked.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a search asks for, as HAPI has understood it, so that no way of writing it escapes. */
final class AskedSearch {

    private AskedSearch() {}

    static List<Asked> of(SearchParameterMap search) {
        var asked = new ArrayList<Asked>();
        search.entrySet().forEach(entry -> entry.getValue().stream()
                .flatMap(Collection::stream)
                .map(value -> filter(entry.getKey(), value))
                .distinct()
                .forEach(asked::add));
        if (search.getLastUpdated() != null) {
            asked.add(Asked.plain(Use.FILTER, "_lastUpdated"));
        }
        if (search.getSearchContainedMode() != SearchContainedModeEnum.FALSE) {
            asked.add(Asked.plain(Use.FILTER, "_contained"));
        }
        if (search.getSearchIncludeDeletedMode() != null) {
            asked.add(Asked.plain(Use.FILTER, "_includeDeleted"));
        }
        for (SortSpec sort = search.getSort(); sort != null; sort = sort.getChain()) {
            asked.add(sort(sort.getParamName()));
        }
        search.getIncludes().forEach(include -> asked.add(Asked.plain(Use.INCLUDE, name(include))));
        search.getRevIncludes().forEach(include -> asked.add(Asked.plain(Use.REVINCLUDE, name(include))));
        return asked;
    }

    private static Asked filter(String name, IQueryParameterType value) {
        if (value instanceof HasParam has) {
            return new Asked(
                    Use.REVERSE,
                    String.valueOf(has.getReferenceFieldName()),
                    Optional.of(String.valueOf(has.getParameterName())),
                    Optional.of(String.valueOf(has.getTargetResourceType())));
        }
        var dot = name.indexOf('.');
        if (dot > 0) {
            return new Asked(
                    Use.FILTER, name.substring(0, dot), Optional.of(name.substring(dot + 1)), Optional.empty());
        }
        return value instanceof ReferenceParam reference
                        && given(reference.getChain()).isPresent()
                ? new Asked(Use.FILTER, name, given(reference.getChain()), given(reference.getResourceType()))
                : Asked.plain(isByValue(value) ? Use.FILTER : Use.LOOSE_FILTER, name);
    }

    private static boolean isByValue(IQueryParameterType value) {
        if (value.getMissing() != null) {
            return false;
        }
        if (value instanceof TokenParam token) {
            return token.getModifier() == null && given(token.getValue()).isPresent();
        }
        return !(value instanceof ReferenceParam reference)
                || given(reference.getIdPart()).isPresent();
    }

    private static Asked sort(String name) {
        var dot = name.indexOf('.');
        return dot > 0
                ? new Asked(Use.SORT, name.substring(0, dot), Optional.of(name.substring(dot + 1)), Optional.empty())
                : Asked.plain(Use.SORT, name);
    }

    private static String name(Include include) {
        var value = String.valueOf(include.getValue());
        var parameter = include.getParamName();
        return value.equals("*") || parameter == null ? value : parameter;
    }

    private static Optional<String> given(@Nullable String value) {
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
