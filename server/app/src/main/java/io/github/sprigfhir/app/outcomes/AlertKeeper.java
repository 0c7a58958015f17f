package io.github.sprigfhir.app.outcomes;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.outcomes.Alert;
import io.github.sprigfhir.domain.outcomes.MeasureRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Raises a risk where an item of an outcome is answered so that somebody must look at once, in the transaction that
 * records it, whoever sends it and whatever the score. Once: a risk that somebody has dealt with stays dealt with while
 * the answer stays. An answer that is put right takes the risk back.
 */
@Component
@Order(AtCommit.Turn.SCORES + 1)
class AlertKeeper implements AtCommit {

    private final InstrumentRegistry registry;
    private final Store store;

    AlertKeeper(InstrumentRegistry registry, Store store) {
        this.registry = registry;
        this.store = store;
    }

    /** An outcome as a transaction leaves it, and as it found it. */
    private record Changed(Optional<Observation> before, Observation now) {}

    @Override
    public void follow(List<Change> changes) {
        var changed = new LinkedHashMap<String, Changed>();
        for (var change : changes) {
            change.now(Observation.class)
                    .ifPresent(now -> changed.merge(
                            now.getIdElement().getIdPart(),
                            new Changed(change.earlier(Observation.class), now),
                            (first, later) -> new Changed(first.before(), later.now())));
        }
        changed.values().forEach(this::follow);
    }

    private void follow(Changed outcome) {
        var before = outcome.before().map(this::alerts).orElse(List.of());
        var now = alerts(outcome.now());
        now.stream().filter(alert -> isNone(before, alert)).forEach(alert -> raise(outcome, alert));
        before.stream().filter(alert -> isNone(now, alert)).forEach(alert -> takeBack(outcome, alert));
    }

    private List<Alert> alerts(Observation outcome) {
        return FhirOutcome.isOutcome(outcome) && !isError(outcome)
                ? MeasureRules.alerts(FhirOutcome.of(outcome), registry.instruments())
                : List.of();
    }

    private void raise(Changed outcome, Alert alert) {
        var known = outcome.before().flatMap(was -> known(was, alert));
        if (known.isEmpty()) {
            store.create(FhirAlert.of(outcome.now(), alert));
        } else {
            store.update(known.get().setStatus(FlagStatus.ACTIVE));
        }
    }

    private void takeBack(Changed outcome, Alert alert) {
        outcome.before()
                .flatMap(was -> known(was, alert))
                .ifPresent(risk -> store.update(
                        risk.setStatus(isError(outcome.now()) ? FlagStatus.ENTEREDINERROR : FlagStatus.INACTIVE)));
    }

    private Optional<Flag> known(Observation outcome, Alert alert) {
        store.settle();
        return store.identified(Flag.class, FhirAlert.identifier(outcome, alert)).stream()
                .filter(risk -> FhirAlert.isOf(risk, outcome))
                .findFirst();
    }

    private static boolean isNone(List<Alert> alerts, Alert wanted) {
        return alerts.stream().map(Alert::risk).noneMatch(wanted.risk()::equals);
    }

    private static boolean isError(Observation outcome) {
        return outcome.getStatus() == ObservationStatus.ENTEREDINERROR;
    }
}
