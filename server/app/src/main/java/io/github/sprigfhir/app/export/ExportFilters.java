package io.github.sprigfhir.app.export;

import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import io.github.sprigfhir.app.platform.http.SearchCheck;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.searching.SearchesAsSql;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Searches that say what is exported of a type, as {@code Type?parameters}: judged as everybody's are, and put into SQL. */
@Component
class ExportFilters {

    private final SearchCheck check;
    private final MatchUrlService reader;
    private final SearchesAsSql asSql;

    ExportFilters(SearchCheck check, MatchUrlService reader, SearchesAsSql asSql) {
        this.check = check;
        this.reader = reader;
        this.asSql = asSql;
    }

    /** What is wrong with their form. */
    List<Problem> problems(List<String> filters) {
        return filters.stream()
                .flatMap(filter -> Stream.concat(check.problems(type(filter), filter).stream(), unfit(filter)))
                .toList();
    }

    /** Says how an answer is to look, or what {@code _since} says. */
    private static Stream<Problem> unfit(String filter) {
        return UrlUtil.parseQueryString(filter.substring(filter.indexOf('?') + 1)).keySet().stream()
                .filter(name -> name.startsWith("_") && !name.equals("_id") && !name.startsWith("_has:"))
                .map(name -> Problem.invalid(
                        ServerRule.OPERATION_PARAMETER,
                        "Parameters.parameter.where(name = '_typeFilter')",
                        "A search that says what is exported cannot ask for %s."
                                .formatted(name.length() > 40 ? name.substring(0, 40) : name),
                        "Ask by the type's own parameters, _id and _has; for what was changed later use _since."));
    }

    /** Refuses what whoever sends the request may not ask, and what nobody could. */
    void judge(List<String> filters, RequestDetails request) {
        filters.forEach(filter -> sql(filter, request));
    }

    SearchesAsSql.Keys sql(String filter, RequestDetails request) {
        return asSql.of(type(filter), search(filter), request);
    }

    private SearchParameterMap search(String filter) {
        return reader.getResourceSearch(filter).getSearchParameterMap();
    }

    private static String type(String filter) {
        return filter.substring(0, filter.indexOf('?'));
    }
}
