package io.github.sprigfhir.app.handover;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** {@code Task/[id]/$return}: the owner gives a handover back to whoever asked for it, with the reason. */
@Component
class ReturnOperation implements SprigFeature {

    private final Store store;
    private final Endings endings;

    ReturnOperation(Store store, Endings endings) {
        this.store = store;
        this.endings = endings;
    }

    /** Answers with the Task as it ended; each move on the way is a version of its own. */
    @Operation(name = "$return", type = Task.class)
    public Task giveBack(@IdParam IdType id, @ResourceParam Parameters parameters, RequestDetails request) {
        var asked = new Asked(parameters, Set.of("reason", "note"));
        var reason = asked.required("reason", CodeableConcept.class, new CodeableConcept());
        asked.refuseIfWrong();
        return store.inOneTransaction(request, () -> {
            var task = store.read(Task.class, id.getIdPart());
            asked.one("note", StringType.class).ifPresent(note -> task.addNote().setText(note.getValue()));
            return endings.end(task, reason, request);
        });
    }
}
