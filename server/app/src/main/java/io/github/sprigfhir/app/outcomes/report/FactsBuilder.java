package io.github.sprigfhir.app.outcomes.report;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.report.ReportDay;
import io.github.sprigfhir.app.referral.RequestKind;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Counts at the start what is on record where nothing is counted, as after a restore without our tables. */
@Component
class FactsBuilder implements ApplicationRunner {

    private final Facts facts;
    private final FactsKeeper keeper;
    private final Store store;

    FactsBuilder(Facts facts, FactsKeeper keeper, Store store) {
        this.facts = facts;
        this.keeper = keeper;
        this.store = store;
    }

    /** All of it or nothing, so that whoever is stopped in the middle begins again. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (facts.areNone()) {
            store.inOneTransaction(new SystemRequestDetails(), () -> {
                var referrals = store.all(ServiceRequest.class).stream()
                        .filter(request -> RequestKind.of(request) == RequestKind.REFERRAL)
                        .filter(FhirFacts::stands)
                        .toList();
                referrals.forEach(referral -> keeper.note(
                        referral,
                        ReportDay.of(referral.getMeta().getLastUpdated().toInstant()),
                        List.of()));
                store.all(Observation.class).forEach(keeper::note);
                return referrals.size();
            });
        }
    }
}
