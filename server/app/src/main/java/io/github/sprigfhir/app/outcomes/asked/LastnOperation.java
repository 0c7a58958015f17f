package io.github.sprigfhir.app.outcomes.asked;

import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import io.github.sprigfhir.app.outcomes.FhirOutcome;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.http.SearchCheck;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.searching.Given;
import io.github.sprigfhir.app.platform.searching.OthersSearches;
import io.github.sprigfhir.domain.outcomes.Latest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.springframework.stereotype.Component;

/**
 * {@code Observation/$lastn} of FHIR R4: of one person, the latest few Observations of each code, of all that the caller
 * could find by the same search. HAPI's own needs Elasticsearch.
 */
@Component
class LastnOperation implements SprigFeature {

    private static final String TYPE = "Observation";
    private static final String MAX = "max";
    private static final String STATUS = "status";
    private static final Set<String> PERSON = Set.of("patient", "subject");
    private static final Set<String> OF_EVERY_TYPE = Set.of("_id", "_lastUpdated");
    private static final int MOST = 2000;

    private final MatchUrlService searches;
    private final ISearchParamRegistry searchParams;
    private final SearchCheck check;
    private final OthersSearches others;

    LastnOperation(
            MatchUrlService searches, ISearchParamRegistry searchParams, SearchCheck check, OthersSearches others) {
        this.searches = searches;
        this.searchParams = searchParams;
        this.check = check;
        this.others = others;
    }

    /** Answers with a searchset, the newest first; 400 with everything that is wrong. */
    @Operation(name = "$lastn", type = Observation.class, idempotent = true)
    public Bundle lastn(RequestDetails request) {
        var given = new Given(request);
        var most = given.one(MAX).orElse("1");
        if (!most.matches("[1-9]\\d{0,3}")) {
            given.problem(MAX, "is no whole number from 1 to 9999", "Say how many of each code are wanted.");
        }
        var asked = given.values().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(MAX))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        asked.keySet().stream()
                .filter(name -> !isKnown(name))
                .forEach(name -> given.problem(
                        name,
                        "is no search parameter of Observation that can be asked here",
                        "Ask by max and the plain search parameters of Observation, without chains."));
        if (asked.keySet().stream().noneMatch(PERSON::contains)) {
            given.problem("patient", "is missing", "Say whose Observations are wanted: patient or subject.");
        }
        given.refuseIfWrong();
        return answer(find(asked, request), Integer.parseInt(most), request);
    }

    private boolean isKnown(String name) {
        return OF_EVERY_TYPE.contains(name)
                || (!name.startsWith("_")
                        && searchParams.getActiveSearchParam(
                                        TYPE, name.replaceFirst(":.*", ""), SearchParamLookupContextEnum.SEARCH)
                                != null);
    }

    private List<Observation> find(Map<String, List<String>> asked, RequestDetails request) {
        var query = asked.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&", TYPE + "?", ""));
        var problems = check.problems(TYPE, query);
        if (!problems.isEmpty()) {
            throw Refusals.badRequest(problems);
        }
        var search = searches.getResourceSearch(query).getSearchParameterMap();
        search.setSort(new SortSpec("date", SortOrderEnum.DESC, new SortSpec(Constants.PARAM_PID)));
        // What was wrong is nobody's latest, unless it is asked for.
        return others.find(Observation.class, search, MOST, request).stream()
                .filter(one -> asked.containsKey(STATUS) || one.getStatus() != ObservationStatus.ENTEREDINERROR)
                .toList();
    }

    private static Bundle answer(List<Observation> found, int most, RequestDetails request) {
        var kept = Latest.of(found, one -> Set.copyOf(FhirOutcome.codes(one.getCode())), most);
        var answer = new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal(kept.size());
        for (var one : kept) {
            answer.addEntry()
                    .setFullUrl("%s/%s/%s"
                            .formatted(
                                    request.getFhirServerBase(),
                                    TYPE,
                                    one.getIdElement().getIdPart()))
                    .setResource(one)
                    .getSearch()
                    .setMode(Bundle.SearchEntryMode.MATCH);
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
