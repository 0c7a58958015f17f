package io.github.sprigfhir.app.directory;

import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.directory.CapacityRules;
import java.util.List;
import org.hl7.fhir.r4.model.HealthcareService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Follows what a service states: from then on nothing is given back to it, and it is known when it gets too old. */
@Component
@Order(AtCommit.Turn.DIRECTORY)
class CapacityKeeper implements AtCommit {

    private final HeldPlaces held;
    private final DueEntries due;
    private final CapacitySettings settings;

    CapacityKeeper(HeldPlaces held, DueEntries due, CapacitySettings settings) {
        this.held = held;
        this.due = due;
        this.settings = settings;
    }

    @Override
    public void follow(List<Change> changes) {
        for (var change : changes) {
            if (change.resource() instanceof HealthcareService service) {
                var is = change.now(HealthcareService.class).flatMap(FhirCapacity::of);
                var was = change.earlier(HealthcareService.class).flatMap(FhirCapacity::of);
                if (!is.equals(was)) {
                    follow(change, service);
                }
            }
        }
    }

    private void follow(Change change, HealthcareService service) {
        var address = Places.addressOf(service);
        if (!change.isOurOwn() && !change.isCreation()) {
            held.settle(address);
        }
        var next = change.now(HealthcareService.class)
                .flatMap(FhirCapacity::of)
                .flatMap(capacity -> CapacityRules.staleFrom(capacity, settings.holdsFor()));
        due.note(address, next, change.isCreation());
    }
}
