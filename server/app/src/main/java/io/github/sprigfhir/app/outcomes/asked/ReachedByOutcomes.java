package io.github.sprigfhir.app.outcomes.asked;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.HasParam;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.searching.Among;
import io.github.sprigfhir.app.platform.searching.SearchesAsSql;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers {@code _has} of people and referrals by their Observations: puts in its place those whom the Observations are
 * about that the sender could find. So the answer tells of no Observation that the sender does not see, for which every
 * other reverse chain into people's records is refused; and it knows the parameters that {@link OutcomeSearch} knows.
 */
@Component
@Interceptor
class ReachedByOutcomes implements SprigFeature {

    private static final String HAS = "_has";
    private static final String TYPE = "Observation";
    private static final Map<String, Set<String>> REACHED =
            Map.of("Patient", Set.of("patient", "subject"), "ServiceRequest", Set.of("based-on"));
    private static final Map<String, String> PATHS =
            Map.of("Patient", "Observation.subject", "ServiceRequest", "Observation.basedOn");

    private static final int BEFORE_THE_JUDGES = -10;

    private final MatchUrlService searches;
    private final SearchesAsSql others;

    ReachedByOutcomes(MatchUrlService searches, SearchesAsSql others) {
        this.searches = searches;
        this.others = others;
    }

    @Hook(value = Pointcut.STORAGE_PRESEARCH_REGISTERED, order = BEFORE_THE_JUDGES)
    void lookUp(ICachedSearchDetails details, SearchParameterMap search, @Nullable RequestDetails request) {
        var type = String.valueOf(details.getResourceType());
        var asked = search.get(HAS);
        if (request == null || asked == null || !REACHED.containsKey(type)) {
            return;
        }
        var ours = asked.stream()
                .filter(alternatives -> alternatives.stream().allMatch(one -> isOurs(type, one)))
                .toList();
        var rest = asked.stream()
                .filter(alternatives -> !ours.contains(alternatives))
                .collect(Collectors.toCollection(ArrayList::new));
        search.remove(HAS);
        if (!rest.isEmpty()) {
            search.put(HAS, rest);
        }
        ours.forEach(alternatives -> search.add("_id", reached(type, alternatives, request)));
    }

    private static boolean isOurs(String type, IQueryParameterType value) {
        return value instanceof HasParam has
                && TYPE.equals(has.getTargetResourceType())
                && REACHED.getOrDefault(type, Set.of()).contains(has.getReferenceFieldName())
                && !has.getParameterName().startsWith("_")
                && !has.getParameterName().contains(".");
    }

    private Among reached(String type, List<IQueryParameterType> alternatives, RequestDetails request) {
        var parameter = ((HasParam) alternatives.get(0)).getParameterName();
        var values = alternatives.stream()
                .map(one -> ((HasParam) one).getParameterValue())
                .collect(Collectors.joining(","));
        var search = searches.getResourceSearch(
                        "%s?%s=%s".formatted(TYPE, parameter, URLEncoder.encode(values, StandardCharsets.UTF_8)))
                .getSearchParameterMap();
        var found = others.of(TYPE, search, request);
        var asked = new ArrayList<Object>(List.of(PATHS.getOrDefault(type, ""), type));
        asked.addAll(found.values());
        return Among.keys("""
                select l.target_resource_id from hfj_res_link l
                where l.src_path = ? and l.target_resource_type = ? and l.src_resource_id in (%s)
                """.formatted(found.sql()), asked);
    }
}
