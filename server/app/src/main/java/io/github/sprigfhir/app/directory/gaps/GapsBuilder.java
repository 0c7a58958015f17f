package io.github.sprigfhir.app.directory.gaps;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.Store;
import org.hl7.fhir.r4.model.Observation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Counts at the start what is on record where nothing is counted, as after a restore without our tables. */
@Component
class GapsBuilder implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(GapsBuilder.class);

    private final UnmetNeeds needs;
    private final GapsKeeper keeper;
    private final Store store;

    GapsBuilder(UnmetNeeds needs, GapsKeeper keeper, Store store) {
        this.needs = needs;
        this.keeper = keeper;
        this.store = store;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (needs.isEmpty()) {
            build();
        }
    }

    /** All of it or nothing, so that whoever is stopped in the middle begins again. */
    void build() {
        var counted = store.inOneTransaction(new SystemRequestDetails(), () -> {
            var standing = store.coded(Observation.class, "code", FhirUnmetNeed.code()).stream()
                    .filter(FhirUnmetNeed::stands)
                    .toList();
            standing.forEach(keeper::count);
            return standing.size();
        });
        if (counted > 0) {
            LOG.info("Counted {} unmet needs that were on record", counted);
        }
    }
}
