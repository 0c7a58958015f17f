package io.github.sprigfhir.app.running;

import java.util.Arrays;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/**
 * One stored Task, and the ways of asking for a change to it.
 *
 * @param address type and id
 */
record Handover(Server server, String address) {

    private static final String BARS = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";
    private static final String OUTPUT = "https://sprig-fhir.github.io/ig/CodeSystem/handover-output";

    /** A Task of the same referral that nobody owns yet, in the open pool. */
    static Handover inTheOpenPool(Server server, Task like, String identifier) {
        var task = like.copy().setOwner(null).setStatus(Task.TaskStatus.REQUESTED);
        task.setId((String) null);
        task.setMeta(null);
        task.getIdentifierFirstRep().setValue(identifier);
        return new Handover(
                server,
                "Task/" + server.post("Task", Json.of(task)).hasStatus(201).id());
    }

    Task task() {
        return server.get(address).hasStatus(200).as(Task.class);
    }

    String status() {
        return task().getStatus().toCode();
    }

    /** The Task as it would be after a change, to send back whole. */
    String changed(Consumer<Task> change) {
        var task = task();
        change.accept(task);
        return Json.of(task);
    }

    Answer put(Consumer<Task> change, String... headers) {
        return server.put(address, changed(change), headers);
    }

    /** A JSON Patch of the status alone. */
    Answer patch(String status, String... headers) {
        return server.patch(address, Server.JSON_PATCH, statusPatch(status), headers);
    }

    static String statusPatch(String status) {
        return "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"%s\"}]".formatted(status);
    }

    /** Makes moves that must be allowed, one after the other, each with a reason and an output. */
    Handover through(String... statuses) {
        Arrays.stream(statuses).forEach(status -> put(to(status)).hasStatus(200));
        return this;
    }

    /** The change that brings all that any move may need. */
    static Consumer<Task> to(String status) {
        return task -> {
            task.setStatus(Task.TaskStatus.fromCode(status));
            task.setStatusReason(reason());
            if (!task.hasOutput()) {
                task.addOutput()
                        .setType(new CodeableConcept(new Coding(OUTPUT, "what-happened", "What happened")))
                        .setValue(new StringType("They came along."));
            }
        };
    }

    static Consumer<Task> owner(String owner) {
        return task -> task.setOwner(new Reference(owner));
    }

    static CodeableConcept reason() {
        return new CodeableConcept(new Coding(BARS, "22", "Capacity"));
    }
}
