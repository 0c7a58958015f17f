package io.github.sprigfhir.app.outcomes.report;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.report.ReportDay;
import io.github.sprigfhir.app.referral.Episodes;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Counts at the start what is on record where nothing is counted, as after a restore without our tables. */
@Component
class FactsBuilder implements ApplicationRunner {

    private final Facts facts;
    private final FactsKeeper keeper;
    private final StepsKeeper steps;
    private final Episodes episodes;
    private final Store store;

    FactsBuilder(Facts facts, FactsKeeper keeper, StepsKeeper steps, Episodes episodes, Store store) {
        this.facts = facts;
        this.keeper = keeper;
        this.steps = steps;
        this.episodes = episodes;
        this.store = store;
    }

    /** All of it or nothing, so that whoever is stopped in the middle begins again. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (facts.areNone()) {
            store.inOneTransaction(new SystemRequestDetails(), () -> {
                var referrals = store.all(ServiceRequest.class).stream()
                        .filter(FhirFacts::isCounted)
                        .filter(FhirFacts::stands)
                        .toList();
                for (var referral : referrals) {
                    keeper.note(referral, lately(referral), List.of());
                    steps.noteEnd(referral, lately(referral));
                }
                store.all(Observation.class).forEach(keeper::note);
                store.all(Encounter.class).forEach(contact -> steps.note(contact, List.of()));
                store.all(Task.class).forEach(this::noteTaken);
                return referrals.size();
            });
        }
    }

    /** On which day it was first answered is not on record, and is left out. */
    private void noteTaken(Task handover) {
        episodes.request(handover.getFocus(), List.of())
                .ifPresent(request -> steps.noteTaken(handover, request, lately(handover)));
    }

    private static LocalDate lately(Resource resource) {
        return ReportDay.of(resource.getMeta().getLastUpdated().toInstant());
    }
}
