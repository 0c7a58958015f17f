package io.github.sprigfhir.app.outcomes.told;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import io.github.sprigfhir.app.outcomes.FhirOutcome;
import io.github.sprigfhir.app.outcomes.InstrumentRegistry;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.searching.OthersSearches;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.domain.outcomes.Course;
import io.github.sprigfhir.domain.outcomes.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/** Gathers the scores of one person that a caller may see, by episode and by what was measured. */
@Component
class PersonsScores {

    private static final int MOST = 2000;

    private final OthersSearches searches;
    private final Store store;
    private final InstrumentRegistry registry;

    PersonsScores(OthersSearches searches, Store store, InstrumentRegistry registry) {
        this.searches = searches;
        this.store = store;
        this.registry = registry;
    }

    /**
     * What one score did in one episode.
     *
     * @param episode the id of the referral that began it
     * @param records the Observations of the course, by their ids
     */
    record Told(String episode, Course course, Map<String, Observation> records) {}

    /**
     * What was found.
     *
     * @param leftOut how many outcomes have no score, or one of an instrument that this server does not know
     */
    record Found(List<Told> courses, int leftOut) {}

    /**
     * All of a person, or of some requests.
     *
     * @param person as {@code Patient/42}
     * @param requests as {@code ServiceRequest/42}; none for all
     */
    Found of(String person, List<String> requests, RequestDetails request) {
        var search = new SearchParameterMap().add("subject", new ReferenceParam(person));
        if (!requests.isEmpty()) {
            var oneOf = new ReferenceOrListParam();
            requests.forEach(one -> oneOf.add(new ReferenceParam(one)));
            search.add("based-on", oneOf);
        }
        var outcomes = searches.find(Observation.class, search, MOST, request).stream()
                .filter(FhirOutcome::stands)
                .toList();
        var roots = roots(outcomes);
        var grouped = new LinkedHashMap<Key, List<Observation>>();
        var leftOut = 0;
        for (var outcome : outcomes) {
            var measure = registry.instruments().measureOf(FhirOutcome.codes(outcome.getCode()));
            var episode = roots.get(requestOf(outcome));
            if (measure.isEmpty()
                    || episode == null
                    || FhirOutcome.assessment(outcome).isEmpty()) {
                leftOut++;
            } else {
                grouped.computeIfAbsent(new Key(episode, measure.get()), key -> new ArrayList<>())
                        .add(outcome);
            }
        }
        return new Found(
                grouped.entrySet().stream()
                        .map(entry -> told(entry.getKey(), entry.getValue()))
                        .toList(),
                leftOut);
    }

    private record Key(String episode, Measure measure) {}

    private static Told told(Key key, List<Observation> outcomes) {
        return new Told(
                key.episode(),
                new Course(
                        key.measure(),
                        outcomes.stream()
                                .flatMap(outcome -> FhirOutcome.assessment(outcome).stream())
                                .toList()),
                outcomes.stream()
                        .collect(Collectors.toMap(one -> one.getIdElement().getIdPart(), one -> one)));
    }

    /** The episode of each request; scores of onward referrals are of that of the referral. */
    private Map<String, String> roots(List<Observation> outcomes) {
        var ids = outcomes.stream().map(PersonsScores::requestOf).collect(Collectors.toSet());
        return store.readAll(ServiceRequest.class, ids).stream()
                .collect(Collectors.toMap(one -> one.getIdElement().getIdPart(), Episodes::rootOf));
    }

    private static String requestOf(Observation outcome) {
        return String.valueOf(outcome.getBasedOnFirstRep().getReferenceElement().getIdPart());
    }
}
