package io.github.sprigfhir.app.outcomes.told;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.caller.Circle;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.searching.Given;
import io.github.sprigfhir.app.referral.Episodes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/**
 * {@code Patient/[id]/$outcomes}: what became of one person, score by score and episode by episode, of all that the
 * caller could find by a search. It changes nothing.
 */
@Component
class OutcomesOperation implements SprigFeature {

    private static final String EPISODE = "episode";
    private static final String REQUEST = "ServiceRequest";

    private final PersonsScores scores;
    private final Episodes episodes;
    private final Store store;
    private final Circle circle;

    OutcomesOperation(PersonsScores scores, Episodes episodes, Store store, Circle circle) {
        this.scores = scores;
        this.episodes = episodes;
        this.store = store;
        this.circle = circle;
    }

    /** 404 for a person, or an episode, that the caller does not see; 400 with everything that is wrong. */
    @Operation(name = "$outcomes", type = Patient.class, idempotent = true)
    public Parameters outcomes(@IdParam IdType id, RequestDetails request) {
        var person = store.read(Patient.class, id.getIdPart());
        var given = new Given(request);
        given.values().keySet().stream()
                .filter(name -> !Set.of(EPISODE).contains(name))
                .forEach(name -> given.problem(
                        name, "is none of this operation's", "The OperationDefinition outcomes lists them."));
        var asked = given.one(EPISODE).map(IdType::new);
        asked.filter(one -> !REQUEST.equals(one.getResourceType()) || !one.isIdPartValid() || one.isAbsolute())
                .ifPresent(
                        wrong -> given.problem(EPISODE, "is no reference to a referral", "Send ServiceRequest/[id]."));
        given.refuseIfWrong();
        var about = "Patient/" + person.getIdElement().getIdPart();
        var requests = asked.map(one -> requests(one, about, request)).orElse(List.of());
        return FhirCourses.of(scores.of(about, requests, request));
    }

    /** All requests of the episode that one of them is of. */
    private List<String> requests(IdType asked, String about, RequestDetails request) {
        var named = asked.toUnqualifiedVersionless();
        var found = Optional.of(named)
                .filter(one -> circle.includes(one.getValue(), request))
                .flatMap(one -> store.find(ServiceRequest.class, one.getIdPart()))
                .filter(one -> about.equals(one.getSubject()
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue()))
                .orElseThrow(() -> Refusals.notFound(named));
        return episodes.addressesOf(Episodes.rootOf(found));
    }
}
