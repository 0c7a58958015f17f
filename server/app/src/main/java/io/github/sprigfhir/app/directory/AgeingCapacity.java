package io.github.sprigfhir.app.directory;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.directory.CapacityRules;
import java.time.Clock;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;

/** Sets the capacity of a service to unknown when it was last confirmed too long ago. */
@Component
class AgeingCapacity implements Ageing {

    private final Store store;
    private final DueEntries due;
    private final CapacitySettings settings;
    private final Clock clock;

    AgeingCapacity(Store store, DueEntries due, CapacitySettings settings, Clock clock) {
        this.store = store;
        this.due = due;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "HealthcareService";
    }

    @Override
    public void settle(String entry) {
        store.takeTurns(entry);
        var service = store.read(HealthcareService.class, new IdType(entry).getIdPart());
        var stated = FhirCapacity.of(service);
        var standing =
                stated.map(capacity -> CapacityRules.onRecord(stated, capacity, clock.instant(), settings.holdsFor()));
        if (!standing.equals(stated)) {
            standing.ifPresent(capacity -> FhirCapacity.set(service, capacity));
            store.update(service);
        }
        due.note(entry, standing.flatMap(capacity -> CapacityRules.staleFrom(capacity, settings.holdsFor())), false);
    }
}
