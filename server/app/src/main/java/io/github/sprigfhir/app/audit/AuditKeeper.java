package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.app.platform.FromFeed;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.audit.Interaction;
import io.github.sprigfhir.domain.audit.Touched;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the event of a change in the transaction that makes it: both are committed or neither is. A batch has one for
 * each of its entries that changes something, since each is committed by itself.
 */
@Component
@Order(AtCommit.Turn.AUDIT)
class AuditKeeper implements AtCommit {

    private final Recorder recorder;
    private final AuditStore store;

    AuditKeeper(Recorder recorder, AuditStore store) {
        this.recorder = recorder;
        this.store = store;
    }

    @Override
    public void follow(List<Change> changes) {
        if (!recorder.isOn()) {
            return;
        }
        var touched = changes.stream().map(FhirTouched::changed).distinct().toList();
        var people =
                FhirTouched.people(changes.stream().map(FhirTouched::resource).toList());
        var trail = changes.stream()
                .flatMap(change -> Trail.of(change.request()).stream())
                .findFirst();
        if (trail.isEmpty()) {
            var entry = Entry.ofServer(Interaction.TRANSACTION, touched, people);
            store.write(feed(changes).map(entry::by).orElse(entry));
            return;
        }
        recorder.changed(trail.get(), touched, people);
        TransactionSynchronizationManager.registerSynchronization(new WhenCommitted(trail.get(), touched));
    }

    private static Optional<Who> feed(List<Change> changes) {
        return changes.stream()
                .flatMap(change -> FromFeed.sourceOf(change.request()).stream())
                .findFirst()
                .map(Who::feed);
    }

    /** Until then the transaction may fail, and be tried again. */
    private record WhenCommitted(Trail trail, List<Touched> touched) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            trail.committed(touched);
        }
    }
}
