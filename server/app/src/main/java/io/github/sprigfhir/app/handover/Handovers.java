package io.github.sprigfhir.app.handover;

import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.domain.handover.HandoverState;
import io.github.sprigfhir.domain.referral.Progress;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Reads the handovers of an episode. */
final class Handovers {

    private Handovers() {}

    static Stream<Task> of(ServiceRequest request, List<Task> handovers) {
        return handovers.stream().filter(task -> isOf(request, task));
    }

    static Stream<Task> except(ServiceRequest request, List<Task> handovers) {
        return handovers.stream().filter(task -> !isOf(request, task));
    }

    static List<Progress> progress(Stream<Task> handovers) {
        return handovers.map(Handovers::progress).toList();
    }

    static boolean hasEnded(Task handover) {
        return HandoverState.of(handover.getStatus().toCode()).orElseThrow().hasEnded();
    }

    /** Whether a change gives the handover to somebody who did not have it before. */
    static boolean comesToAnOwner(Change change) {
        return change.now(Task.class)
                        .filter(task -> task.hasOwner() && !hasEnded(task))
                        .isPresent()
                && change.earlier(Task.class).filter(Task::hasOwner).isEmpty();
    }

    /** How others refer to a handover. */
    static String addressOf(Task task) {
        return "Task/" + task.getIdElement().getIdPart();
    }

    private static boolean isOf(ServiceRequest request, Task task) {
        return Episodes.leadsTo(request, task.getFocus());
    }

    private static Progress progress(Task task) {
        return switch (task.getStatus()) {
            case REQUESTED, RECEIVED, ACCEPTED, INPROGRESS -> Progress.OPEN;
            case ONHOLD -> Progress.ON_HOLD;
            case COMPLETED -> Progress.COMPLETED;
            case REJECTED, FAILED, CANCELLED -> Progress.ENDED;
            case DRAFT, READY, ENTEREDINERROR, NULL ->
                throw new IllegalStateException("no handover is stored in the status " + task.getStatus());
        };
    }
}
