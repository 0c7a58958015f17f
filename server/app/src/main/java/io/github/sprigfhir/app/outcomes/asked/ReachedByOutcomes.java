package io.github.sprigfhir.app.outcomes.asked;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.HasParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.searching.OthersSearches;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers {@code _has} of people and referrals by their Observations: searches these as the sender could, and puts those
 * whom they are about in its place. So the answer tells of no Observation that the sender does not see, for which every
 * other reverse chain into people's records is refused; and it knows the parameters that {@link OutcomeSearch} knows.
 */
@Component
@Interceptor
class ReachedByOutcomes implements SprigFeature {

    private static final String HAS = "_has";
    private static final String TYPE = "Observation";
    private static final Map<String, Set<String>> REACHED =
            Map.of("Patient", Set.of("patient", "subject"), "ServiceRequest", Set.of("based-on"));

    private static final int MOST = 1000;
    private static final int BEFORE_THE_JUDGES = -10;

    private final MatchUrlService searches;
    private final OthersSearches others;

    ReachedByOutcomes(MatchUrlService searches, OthersSearches others) {
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

    private TokenOrListParam reached(String type, List<IQueryParameterType> alternatives, RequestDetails request) {
        var parameter = ((HasParam) alternatives.get(0)).getParameterName();
        var values = alternatives.stream()
                .map(one -> ((HasParam) one).getParameterValue())
                .collect(Collectors.joining(","));
        var search = searches.getResourceSearch(
                        "%s?%s=%s".formatted(TYPE, parameter, URLEncoder.encode(values, StandardCharsets.UTF_8)))
                .getSearchParameterMap();
        var ids = new TokenOrListParam();
        others.find(Observation.class, search, MOST, request).stream()
                .map(one -> type.equals("Patient") ? one.getSubject() : one.getBasedOnFirstRep())
                .map(Reference::getReferenceElement)
                .filter(id -> type.equals(id.getResourceType()))
                .map(id -> id.getIdPart())
                .distinct()
                .forEach(id -> ids.add(new TokenParam(id)));
        // An empty list would be no condition at all; no id has this form.
        return ids.size() == 0 ? ids.add(new TokenParam("none")) : ids;
    }
}
