package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.app.platform.changes.Change;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** Says what a change was: created, revised or deleted, and for a handover which move. */
enum Activity {
    CREATE("CREATE", "create"),
    UPDATE("UPDATE", "revise"),
    DELETE("DELETE", "delete");

    private static final String OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    private static final String MOVE = "https://sprig-fhir.github.io/ig/CodeSystem/handover-move";

    private final String code;
    private final String display;

    Activity(String code, String display) {
        this.code = code;
        this.display = display;
    }

    static CodeableConcept of(Change change) {
        var kind = change.isCreation() ? CREATE : change.after() == null ? DELETE : UPDATE;
        var activity = new CodeableConcept(new Coding(OPERATION, kind.code, kind.display));
        change.now(Task.class).ifPresent(task -> {
            var move = move(change.earlier(Task.class).orElse(null), task);
            if (move != null) {
                activity.addCoding(new Coding(MOVE, move, Character.toUpperCase(move.charAt(0)) + move.substring(1)));
            }
        });
        return activity;
    }

    /** The code of the move; none where the Task changed without moving. */
    private static @Nullable String move(@Nullable Task before, Task after) {
        if (before == null) {
            return "request";
        }
        if (before.getStatus() == after.getStatus()) {
            return !before.hasOwner() && after.hasOwner() ? "claim" : null;
        }
        return switch (after.getStatus()) {
            case RECEIVED -> "receive";
            case ACCEPTED -> "accept";
            case REJECTED -> "reject";
            case INPROGRESS -> before.getStatus() == TaskStatus.ONHOLD ? "resume" : "start";
            case ONHOLD -> "hold";
            case COMPLETED -> "complete";
            case FAILED -> "fail";
            case CANCELLED -> "cancel";
            case DRAFT, REQUESTED, READY, ENTEREDINERROR, NULL -> null;
        };
    }
}
