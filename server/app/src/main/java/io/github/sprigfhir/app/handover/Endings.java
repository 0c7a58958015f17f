package io.github.sprigfhir.app.handover;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.handover.HandoverState;
import io.github.sprigfhir.domain.handover.HandoverTable;
import io.github.sprigfhir.domain.handover.Move;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/** Ends a handover before its time, by the moves that the handover table has: rejected, or failed once accepted. */
@Component
public class Endings {

    private final Store store;

    Endings(Store store) {
        this.store = store;
    }

    /**
     * Moves the handover to its end, one stored version for each move. What has ended already is put to the table as
     * it is, which refuses it.
     */
    Task end(Task task, CodeableConcept reason, RequestDetails request) {
        var state = HandoverState.of(task.getStatus().toCode()).orElseThrow();
        var end = endOf(state);
        var way = HandoverTable.path(state, end).orElseGet(List::of);
        var reached = task;
        for (var move : way) {
            reached = step(reached, move, reason, request);
        }
        if (way.isEmpty()) {
            task.setStatus(TaskStatus.fromCode(end.code())).setStatusReason(reason);
            store.update(task, request);
        }
        return reached;
    }

    /** Takes a handover back for whoever asked for it: out of the open pool, or from its owner. */
    public Task withdraw(Task task, CodeableConcept reason, RequestDetails request) {
        task.setStatus(TaskStatus.CANCELLED).setStatusReason(reason);
        store.update(task, request);
        return task;
    }

    /** Each version is an object of its own, because what follows from it is found out when all are written. */
    private Task step(Task task, Move move, CodeableConcept reason, RequestDetails request) {
        var next = task.copy().setStatus(TaskStatus.fromCode(move.to().code()));
        if (move.to().hasEnded()) {
            next.setStatusReason(reason);
        }
        store.update(next, request);
        return next;
    }

    private static HandoverState endOf(HandoverState state) {
        return switch (state) {
            case REQUESTED, RECEIVED, REJECTED -> HandoverState.REJECTED;
            case ACCEPTED, IN_PROGRESS, ON_HOLD, FAILED -> HandoverState.FAILED;
            case COMPLETED, CANCELLED -> HandoverState.FAILED;
        };
    }
}
