package io.github.sprigfhir.app.platform.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import io.github.sprigfhir.app.platform.ResourceTypes;
import io.github.sprigfhir.app.platform.SprigFeature;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares with a year or a month as FHIR means it (R4, section 3.1.1.4.7): from its first day to its last. HAPI 8.8.0
 * takes the last day where the first is meant, and the other way round, so that {@code ge2020} begins on 31 December
 * (HAPI#8408).
 */
@Component
@Interceptor
class PartialDates implements SprigFeature {

    private static final int YEAR = 4;
    private static final Pattern PARTIAL = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2]))?");
    private static final Pattern COMPARED = Pattern.compile("(?:^|[,$])(ge|le|gt|lt|sa|eb)\\d{4}(-\\d{2})?(?:$|[,$])");

    private final ISearchParamRegistry searchParams;

    PartialDates(ISearchParamRegistry searchParams) {
        this.searchParams = searchParams;
    }

    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    void complete(SearchParameterMap search) {
        for (var parameter : search.entrySet()) {
            parameter.setValue(parameter.getValue().stream()
                    .map(alternatives -> alternatives.stream()
                            .map(PartialDates::completed)
                            .collect(Collectors.toCollection(ArrayList::new)))
                    .collect(Collectors.toCollection(ArrayList::new)));
        }
        var updated = search.getLastUpdated();
        if (updated != null) {
            search.setLastUpdated(completed(updated));
        }
    }

    /** Whether HAPI would compare a partial date wrongly that stands at the end of a chain. */
    boolean isUnsafe(String chain, String value) {
        var last = chain.replaceAll("^.*[.:]", "");
        return comparesWithPart(value) && ResourceTypes.RECORDS.stream().anyMatch(type -> isDate(type, last));
    }

    /** Whether one of several values, or of the parts of a composite, compares with a year or a month. */
    static boolean comparesWithPart(String value) {
        return COMPARED.matcher(value).find();
    }

    private boolean isDate(String type, String name) {
        var parameter = searchParams.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH);
        return parameter != null
                && Set.of(RestSearchParameterTypeEnum.DATE, RestSearchParameterTypeEnum.COMPOSITE)
                        .contains(parameter.getParamType());
    }

    private static IQueryParameterType completed(IQueryParameterType parameter) {
        return parameter instanceof DateParam date ? completed(date) : parameter;
    }

    private static DateRangeParam completed(DateRangeParam range) {
        var isPoint = range.getLowerBound() != null
                && range.getUpperBound() != null
                && List.of(ParamPrefixEnum.EQUAL, ParamPrefixEnum.NOT_EQUAL).contains(prefix(range.getLowerBound()));
        if (isPoint) {
            return range;
        }
        return new DateRangeParam(completedOrNull(range.getLowerBound()), completedOrNull(range.getUpperBound()));
    }

    private static @Nullable DateParam completedOrNull(@Nullable DateParam date) {
        return date == null ? null : completed(date);
    }

    static DateParam completed(DateParam date) {
        var value = date.getValueAsString();
        if (value == null || !PARTIAL.matcher(value).matches()) {
            return date;
        }
        return switch (prefix(date)) {
            case GREATERTHAN_OR_EQUALS, LESSTHAN, ENDS_BEFORE ->
                new DateParam(date.getPrefix(), first(value).toString());
            case LESSTHAN_OR_EQUALS, GREATERTHAN, STARTS_AFTER ->
                new DateParam(date.getPrefix(), last(value).toString());
            case EQUAL, NOT_EQUAL, APPROXIMATE -> date;
        };
    }

    private static ParamPrefixEnum prefix(DateParam date) {
        return date.getPrefix() == null ? ParamPrefixEnum.EQUAL : date.getPrefix();
    }

    private static LocalDate first(String value) {
        return value.length() == YEAR
                ? Year.parse(value).atDay(1)
                : YearMonth.parse(value).atDay(1);
    }

    private static LocalDate last(String value) {
        return value.length() == YEAR
                ? Year.parse(value).atMonth(12).atEndOfMonth()
                : YearMonth.parse(value).atEndOfMonth();
    }
}
