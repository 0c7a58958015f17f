package io.github.sprigfhir.app.referral.record;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.caller.Circle;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.searching.Given;
import io.github.sprigfhir.app.platform.searching.OthersSearches;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.app.referral.RequestKind;
import io.github.sprigfhir.domain.referral.Completeness;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/**
 * {@code $completeness}: which rows of the Social Prescribing Information Standard are on record of a referral, and of
 * all referrals to a service how often each is, of what the caller could find by a search. It changes nothing.
 */
@Component
class CompletenessOperation implements SprigFeature {

    private static final int MOST_REFERRALS = 200;
    private static final String START = "start";
    private static final String END = "end";

    private final RecordMap map;
    private final RecordReads records;
    private final OthersSearches searches;
    private final Episodes episodes;
    private final Store store;
    private final Circle circle;

    CompletenessOperation(
            RecordMap map,
            RecordReads records,
            OthersSearches searches,
            Episodes episodes,
            Store store,
            Circle circle) {
        this.map = map;
        this.records = records;
        this.searches = searches;
        this.episodes = episodes;
        this.store = store;
        this.circle = circle;
    }

    /** Of the episode of one referral; 404 for one that the caller does not see. */
    @Operation(name = "$completeness", type = ServiceRequest.class, idempotent = true)
    public Parameters ofOne(@IdParam IdType id, RequestDetails request) {
        var given = new Given(request);
        refuseOthers(given, Set.of());
        given.refuseIfWrong();
        var asked = store.read(ServiceRequest.class, id.getIdPart());
        var root = store.find(ServiceRequest.class, Episodes.rootOf(asked))
                .filter(referral -> circle.includes(Episodes.Episode.addressOf(referral), request))
                .orElseThrow(() -> Refusals.notFound(id.toUnqualifiedVersionless()));
        var demanded = root.getPerformer().stream()
                .flatMap(performer ->
                        store
                                .find(
                                        HealthcareService.class,
                                        performer.getReferenceElement().getIdPart())
                                .stream())
                .flatMap(RecordCheck::demands)
                .collect(Collectors.toSet());
        return FhirFindings.of(map, map.judge(pool(root, request), place -> true, demanded));
    }

    /** Of all referrals to a service that were made in some days, by row; 403 where they are too many. */
    @Operation(name = "$completeness", type = HealthcareService.class, idempotent = true)
    public Parameters ofAll(@IdParam IdType id, RequestDetails request) {
        var given = new Given(request);
        refuseOthers(given, Set.of(START, END));
        var start = day(given, START);
        var end = day(given, END);
        given.refuseIfWrong();
        var service = store.read(HealthcareService.class, id.getIdPart());
        var search = new SearchParameterMap()
                .add("performer", new ReferenceParam("HealthcareService/" + id.getIdPart()))
                .add("authored", new DateRangeParam(new DateParam("ge" + start), new DateParam("le" + end)));
        var demanded = RecordCheck.demands(service).collect(Collectors.toSet());
        var all = new ArrayList<List<Completeness.Finding>>();
        for (var referral : searches.find(ServiceRequest.class, search, MOST_REFERRALS, request)) {
            if (RequestKind.of(referral) == RequestKind.REFERRAL) {
                all.add(map.judge(pool(referral, request), place -> true, demanded));
            }
        }
        return FhirFindings.ofAll(map, all);
    }

    private Pool pool(ServiceRequest root, RequestDetails request) {
        return new SeenPool(root, episodes.addressesOf(root.getIdElement().getIdPart()), records, searches, request);
    }

    private static void refuseOthers(Given given, Set<String> known) {
        given.values().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> given.problem(
                        name, "is none of this operation's", "The OperationDefinition completeness lists them."));
    }

    private static String day(Given given, String name) {
        var said = given.one(name);
        if (said.isEmpty()) {
            given.problem(name, "is not given", "Send a day such as 2026-09-01.");
            return "";
        }
        try {
            return LocalDate.parse(said.get()).toString();
        } catch (DateTimeParseException notADay) {
            given.problem(name, "is no day", "Send a day such as 2026-09-01.");
            return "";
        }
    }
}
