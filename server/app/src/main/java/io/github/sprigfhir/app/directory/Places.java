package io.github.sprigfhir.app.directory;

import io.github.sprigfhir.app.directory.HeldPlaces.Row;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.directory.Capacity;
import io.github.sprigfhir.domain.directory.CapacityRules;
import io.github.sprigfhir.domain.directory.CapacityStatus;
import io.github.sprigfhir.domain.directory.Held;
import io.github.sprigfhir.domain.directory.Intake;
import java.time.Clock;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;

/**
 * Counts handovers against what services have stated, in the transaction that makes them. Whoever counts has the
 * service's turn first and reads it anew, so that no two, on whichever server, take the same place.
 */
@Component
public class Places {

    private final Store store;
    private final HeldPlaces held;
    private final CapacitySettings settings;
    private final Clock clock;

    Places(Store store, HeldPlaces held, CapacitySettings settings, Clock clock) {
        this.store = store;
        this.held = held;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Puts a handover to a service. A request counts once with a service, however many of its Tasks go there.
     *
     * @param request type and id of what is handed over
     * @param task type and id of the Task that does
     */
    public Intake take(IIdType service, String request, String task) {
        var stated = stated(read(service));
        var intake = stated.map(this::intake).orElseGet(Places::unstated);
        return stated.isEmpty() || countsNothing(intake) ? intake : takeInTurn(service, request, task);
    }

    private Intake takeInTurn(IIdType id, String request, String task) {
        var address = address(id);
        store.takeTurns(address);
        var known = held.of(request, address);
        var service = read(id);
        var stated = stated(service);
        if (known.isPresent()) {
            return new Intake.Taken(
                    stated.orElseGet(Places::nothing), known.get(), known.get().queued());
        }
        var intake = stated.map(this::intake).orElseGet(Places::unstated);
        if (intake instanceof Intake.Taken taken && !taken.held().isNothing()) {
            FhirCapacity.set(service, taken.after());
            store.update(service);
            held.note(new Row(request, address, taken.held()), task);
        }
        return intake;
    }

    /**
     * Gives back what a Task holds, or passes it on.
     *
     * @param heir another Task of the same request, if one goes to the same service
     */
    public void giveBack(String task, Optional<String> heir) {
        var row = held.of(task);
        if (row.isEmpty()) {
            return;
        }
        store.takeTurns(row.get().service());
        heir.ifPresentOrElse(next -> held.pass(row.get(), next), () -> held.of(
                        row.get().request(), row.get().service())
                .ifPresent(
                        now -> giveBack(new Row(row.get().request(), row.get().service(), now))));
    }

    private void giveBack(Row row) {
        held.forget(row);
        if (row.held().isNothing()) {
            return;
        }
        var service = read(new IdType(row.service()));
        stated(service).ifPresent(capacity -> {
            FhirCapacity.set(service, CapacityRules.giveBack(capacity, row.held()));
            store.update(service);
        });
    }

    private Intake intake(Capacity stated) {
        return CapacityRules.take(stated, clock.instant(), settings.holdsFor());
    }

    private static boolean countsNothing(Intake intake) {
        return intake instanceof Intake.Taken taken && taken.held().isNothing();
    }

    private HealthcareService read(IIdType service) {
        return store.read(HealthcareService.class, service.getIdPart());
    }

    private static Optional<Capacity> stated(HealthcareService service) {
        return FhirCapacity.of(service);
    }

    private static Intake unstated() {
        return new Intake.Taken(nothing(), new Held(false, false), false);
    }

    private static Capacity nothing() {
        return new Capacity(
                CapacityStatus.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static String addressOf(HealthcareService service) {
        return address(service.getIdElement());
    }

    private static String address(IIdType service) {
        return "HealthcareService/" + service.getIdPart();
    }
}
