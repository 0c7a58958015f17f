package io.github.sprigfhir.app.handover;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.referral.EndReason;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.app.referral.Episodes.Episode;
import io.github.sprigfhir.app.referral.RequestKind;
import io.github.sprigfhir.domain.referral.RequestStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the status of every request of an episode in step with its handovers, in the transaction that moved them. */
@Component
@Order(AtCommit.Turn.EPISODE)
class EpisodeKeeper implements AtCommit {

    private final Episodes episodes;
    private final Store store;

    EpisodeKeeper(Episodes episodes, Store store) {
        this.episodes = episodes;
        this.store = store;
    }

    @Override
    public void follow(List<Change> changes) {
        touched(changes).forEach(this::settle);
    }

    /** Sorted, so that two transactions about the same episodes take them in the same order. */
    private Set<String> touched(List<Change> changes) {
        var made = changes.stream()
                .filter(Change::isCreation)
                .flatMap(change -> change.now(ServiceRequest.class).stream())
                // One that is made in the course of an episode may wake a referral that was on hold.
                .filter(request -> RequestKind.of(request) != RequestKind.ONWARD)
                .map(Episode::addressOf)
                .collect(Collectors.toSet());
        return changes.stream()
                .filter(EpisodeKeeper::moves)
                .flatMap(change -> change.now(Task.class).stream())
                // Who has just referred has an active request, and this is what a new handover makes of it.
                .filter(task -> !made.contains(task.getFocus()
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue()))
                .flatMap(task -> episodes.request(task.getFocus(), changes).stream())
                .map(Episodes::rootOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean moves(Change change) {
        return change.now(Task.class)
                .filter(task -> change.earlier(Task.class)
                        .filter(before -> before.getStatus() == task.getStatus())
                        .isEmpty())
                .isPresent();
    }

    private void settle(String root) {
        var episode = episodes.open(root);
        var handovers = store.referring(Task.class, "focus", episode.addresses());
        var onward = Handovers.except(episode.root(), handovers);
        RequestStatus.after(Handovers.progress(Handovers.of(episode.root(), handovers)), Handovers.progress(onward))
                .ifPresent(status -> settle(episode.root(), status, handovers));
        for (var request : episode.onward()) {
            RequestStatus.after(Handovers.progress(Handovers.of(request, handovers)), List.of())
                    .ifPresent(status -> settle(request, status, handovers));
        }
    }

    private void settle(ServiceRequest request, RequestStatus status, List<Task> handovers) {
        if (request.getStatus().toCode().equals(status.code())) {
            return;
        }
        request.setStatus(ServiceRequestStatus.fromCode(status.code()));
        EndReason.set(request, status.hasEnded() ? reason(Handovers.of(request, handovers)) : new CodeableConcept());
        store.update(request);
    }

    /** The reason of the handover that ended last without being completed. */
    private static CodeableConcept reason(Stream<Task> handovers) {
        return handovers
                .filter(task -> task.getStatus() != Task.TaskStatus.COMPLETED)
                .max(Comparator.comparing(task -> task.getMeta().getLastUpdated()))
                .map(Task::getStatusReason)
                .orElseGet(CodeableConcept::new);
    }
}
