package io.github.sprigfhir.app.referral.record;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.caller.Circle;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.app.referral.RequestKind;
import io.github.sprigfhir.domain.referral.Completeness;
import io.github.sprigfhir.domain.referral.ReferralRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets nobody refer a person without what the standard calls mandatory, or without what the service that is asked
 * demands besides. What the profile of a person asks for is not looked at again.
 */
@Component
@Order(AtCommit.Turn.RECORD)
class RecordCheck implements AtCommit {

    private static final String DEMAND = "https://sprig-fhir.github.io/ig/StructureDefinition/record-demand";

    private final RecordMap map;
    private final Episodes episodes;
    private final Store store;
    private final FhirContext fhir;
    private final Circle circle;
    private final Set<Integer> mandatory;

    RecordCheck(RecordMap map, Episodes episodes, Store store, FhirContext fhir, Circle circle) {
        this.map = map;
        this.episodes = episodes;
        this.store = store;
        this.fhir = fhir;
        this.circle = circle;
        mandatory = map.places().stream()
                .filter(place -> !place.profile().equals("sprig-patient"))
                .map(place -> place.row().number())
                .filter(map.mandatory()::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void follow(List<Change> changes) {
        var problems = changes.stream()
                .filter(change -> change.isCreation() && !change.isOurOwn())
                .flatMap(change -> change.now(ServiceRequest.class).stream()
                        .flatMap(request ->
                                Place.within(request, judge(request, changes, address -> sees(change, address)))
                                        .stream()))
                .toList();
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    /** With access control off, and for feeds, nobody is asked who they are. */
    private boolean sees(Change change, String address) {
        return Identities.of(change.request()).isEmpty()
                || circle.includes(address, Objects.requireNonNull(change.request()));
    }

    private List<Problem> judge(ServiceRequest request, List<Change> changes, Predicate<String> sees) {
        var kind = RequestKind.of(request);
        var followed = new HashMap<String, Optional<Resource>>();
        var demanded = kind == RequestKind.OFFER ? Set.<Integer>of() : demandedBy(request, changes, followed, sees);
        var wanted = new HashSet<>(demanded);
        if (kind == RequestKind.REFERRAL) {
            wanted.addAll(mandatory);
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        var root = kind == RequestKind.ONWARD
                ? episodes.request(request.getBasedOnFirstRep(), changes)
                : Optional.of(request);
        return root.map(referral -> lacking(
                        new WrittenPool(referral, changes, store, fhir, !demanded.isEmpty(), followed, sees),
                        wanted,
                        demanded))
                .orElse(List.of());
    }

    private List<Problem> lacking(Pool pool, Set<Integer> wanted, Set<Integer> demanded) {
        var problems = new ArrayList<Problem>();
        var headings = map.withHeadings(wanted);
        var findings = map.judge(pool, place -> headings.contains(place.row().number()), demanded);
        for (int i = 0; i < findings.size(); i++) {
            var finding = findings.get(i);
            if (finding.isLacking() && wanted.contains(finding.row().number())) {
                problems.add(problem(finding, map.places().get(i)));
            }
        }
        return problems;
    }

    private static Problem problem(Completeness.Finding finding, RowPlace place) {
        var refusal = ReferralRules.lacks(finding.row(), finding.isDemanded(), place.said(), place.profile());
        return Problem.invalid(refusal.reason(), place.element(), refusal.text(), refusal.remedy());
    }

    private Set<Integer> demandedBy(
            ServiceRequest request,
            List<Change> changes,
            Map<String, Optional<Resource>> followed,
            Predicate<String> sees) {
        var pool = new WrittenPool(request, changes, store, fhir, false, followed, sees);
        return request.getPerformer().stream()
                .flatMap(performer -> pool.follow(performer).stream())
                .filter(HealthcareService.class::isInstance)
                .map(HealthcareService.class::cast)
                .flatMap(RecordCheck::demands)
                .collect(Collectors.toSet());
    }

    /** The rows that a service demands. */
    static Stream<Integer> demands(HealthcareService service) {
        return service.getExtensionsByUrl(DEMAND).stream()
                .filter(demand -> demand.getValue() != null && demand.getValue().isPrimitive())
                .map(demand -> Integer.valueOf(demand.getValue().primitiveValue()));
    }
}
