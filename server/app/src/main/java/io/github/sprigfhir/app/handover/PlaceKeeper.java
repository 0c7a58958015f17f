package io.github.sprigfhir.app.handover;

import io.github.sprigfhir.app.directory.Places;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.writing.Warnings;
import io.github.sprigfhir.domain.directory.DirectoryRule;
import io.github.sprigfhir.domain.directory.Intake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets no service be asked that is full. A handover that comes to an owner takes its place, or waits for one; one that
 * ends before it was accepted gives it back.
 */
@Component
@Order(AtCommit.Turn.CAPACITY)
class PlaceKeeper implements AtCommit {

    private final Places places;
    private final AskedServices services;
    private final Store store;

    PlaceKeeper(Places places, AskedServices services, Store store) {
        this.places = places;
        this.services = services;
        this.store = store;
    }

    private record Asking(Change change, Task task, IIdType service) {}

    @Override
    public void follow(List<Change> changes) {
        changes.stream()
                .filter(PlaceKeeper::comesToNothing)
                .flatMap(change -> change.now(Task.class).stream())
                .forEach(task -> places.giveBack(Handovers.addressOf(task), heir(task, changes)));
        var problems = new ArrayList<Problem>();
        asking(changes).forEach(asking -> problems.addAll(take(asking)));
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    /** In the order of the services, so that two transactions that ask the same take their turns in the same order. */
    private List<Asking> asking(List<Change> changes) {
        return changes.stream()
                .filter(Handovers::comesToAnOwner)
                .flatMap(change -> change.now(Task.class).stream().flatMap(task -> services.of(task, changes).stream()
                        .map(service -> new Asking(change, task, service))))
                .sorted(Comparator.comparing(asking -> asking.service().getIdPart()))
                .toList();
    }

    private List<Problem> take(Asking asking) {
        var task = asking.task();
        var intake = places.take(asking.service(), task.getFocus().getReference(), Handovers.addressOf(task));
        if (intake instanceof Intake.Refused refused) {
            return Place.within(
                    task,
                    List.of(new Problem(
                            IssueSeverity.ERROR,
                            IssueType.BUSINESSRULE,
                            refused.refusal().reason(),
                            "Task.owner",
                            refused.refusal().text(),
                            refused.refusal().remedy())));
        }
        if (((Intake.Taken) intake).waits()) {
            tell(asking);
            WaitingFlag.set(store, task);
        }
        return List.of();
    }

    private static void tell(Asking asking) {
        var request = asking.change().request();
        if (request != null) {
            var warning = Problem.warning(
                    DirectoryRule.ON_WAITING_LIST,
                    "Task.owner",
                    "The service keeps a waiting list: it takes the handover, and the person waits for a place.");
            Warnings.add(request, Place.within(asking.task(), List.of(warning)));
        }
    }

    /** Rejected, or taken back by whoever asked, before the service had said that it would. */
    private static boolean comesToNothing(Change change) {
        var was = change.earlier(Task.class).map(Task::getStatus);
        var is = change.now(Task.class).map(Task::getStatus);
        return was.filter(status -> status == TaskStatus.REQUESTED || status == TaskStatus.RECEIVED)
                        .isPresent()
                && is.filter(status -> status == TaskStatus.REJECTED || status == TaskStatus.CANCELLED)
                        .isPresent();
    }

    /** Another Task by which the same service is still asked for the same. */
    private Optional<String> heir(Task ended, List<Change> changes) {
        var service = services.of(ended, changes);
        return store.referring(Task.class, "focus", List.of(ended.getFocus().getReference())).stream()
                .filter(task -> task.hasOwner() && !Handovers.hasEnded(task))
                .filter(task ->
                        services.of(task, changes).map(IIdType::getIdPart).equals(service.map(IIdType::getIdPart)))
                .map(Handovers::addressOf)
                .findFirst();
    }
}
