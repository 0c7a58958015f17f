package io.github.sprigfhir.app.outcomes.asked;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.param.CompositeParam;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.SpecialParam;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.searching.Among;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.domain.outcomes.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/**
 * Puts into the words of the store what a search of Observations asks by {@code episode}, {@code change} and
 * {@code component-code-value-quantity}. Of the last, HAPI would look for the code in one component and for the value in
 * any other, and would not see integers.
 *
 * <p>It comes after whoever judges what a sender may ask, and so finds nothing that they may not see.
 */
@Component
@Interceptor
class OutcomeSearch implements SprigFeature {

    private static final String TYPE = "Observation";
    private static final String EPISODE = "episode";
    private static final String CHANGE = "change";
    private static final String ITEM = "component-code-value-quantity";
    private static final String REQUEST = "ServiceRequest";
    private static final String CHANGES = "https://sprig-fhir.github.io/ig/CodeSystem/outcome-change|";
    private static final int AFTER_THE_JUDGES = 10;

    private final Episodes episodes;
    private final Store store;

    OutcomeSearch(Episodes episodes, Store store) {
        this.episodes = episodes;
        this.store = store;
    }

    @Hook(value = Pointcut.STORAGE_PRESEARCH_REGISTERED, order = AFTER_THE_JUDGES)
    void lookUp(ICachedSearchDetails details, SearchParameterMap search) {
        if (TYPE.equals(details.getResourceType())) {
            take(search, EPISODE).forEach(alternatives -> search.add("based-on", requests(alternatives)));
            take(search, CHANGE).forEach(alternatives -> search.add("_id", changed(alternatives)));
            take(search, ITEM).forEach(alternatives -> search.add("_id", answered(alternatives)));
        }
    }

    private static List<List<IQueryParameterType>> take(SearchParameterMap search, String name) {
        return search.containsKey(name) ? search.remove(name) : List.of();
    }

    private ReferenceOrListParam requests(List<IQueryParameterType> alternatives) {
        var requests = new ReferenceOrListParam();
        alternatives.stream()
                .map(OutcomeSearch::named)
                .flatMap(id -> store.find(ServiceRequest.class, id)
                        .map(found -> episodes.addressesOf(Episodes.rootOf(found)).stream())
                        .orElse(Stream.of(REQUEST + "/" + id)))
                .distinct()
                .forEach(address -> requests.add(new ReferenceParam(address)));
        return requests;
    }

    private static String named(IQueryParameterType value) {
        return Optional.of(value)
                .filter(ReferenceParam.class::isInstance)
                .map(ReferenceParam.class::cast)
                .filter(reference -> reference.getChain() == null
                        && (reference.getResourceType() == null || REQUEST.equals(reference.getResourceType())))
                .map(ReferenceParam::getIdPart)
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> refusal(EPISODE, "is ServiceRequest/[id], without a chain"));
    }

    private static Among changed(List<IQueryParameterType> alternatives) {
        var kinds = alternatives.stream()
                .map(value -> value instanceof SpecialParam special ? String.valueOf(special.getValue()) : "")
                .map(value -> value.startsWith(CHANGES) ? value.substring(CHANGES.length()) : value)
                .distinct()
                .toList();
        var known = Arrays.stream(Change.Kind.values()).map(Change.Kind::code).toList();
        if (!known.containsAll(kinds)) {
            throw refusal(
                    CHANGE, "is one of " + String.join(", ", known) + ", with or without the system outcome-change");
        }
        return new Among(
                "select c.id from sprig_change c where c.kind in (%s)"
                        .formatted(String.join(", ", Collections.nCopies(kinds.size(), "?"))),
                kinds);
    }

    private static Among answered(List<IQueryParameterType> alternatives) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (var alternative : alternatives) {
            var asked = Optional.of(alternative)
                    .filter(CompositeParam.class::isInstance)
                    .flatMap(composite -> AskedItem.of((CompositeParam<?, ?>) composite))
                    .orElseThrow(
                            () -> refusal(
                                    ITEM,
                                    "is the code of an item, $ and a number without a unit, such as http://loinc.org|44260-8$ge1"));
            conditions.add(asked.condition());
            values.addAll(asked.values());
        }
        return new Among(
                conditions.stream().collect(Collectors.joining(" or ", "select i.id from sprig_item i where ", "")),
                values);
    }

    private static RuntimeException refusal(String name, String form) {
        return Refusals.badRequest(Problem.invalid(
                ServerRule.SEARCH_PARAMETER,
                "",
                "The search parameter %s is not understood: it %s.".formatted(name, form),
                "The guide's page Search has examples."));
    }
}
