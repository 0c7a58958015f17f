package io.github.sprigfhir.app.handover;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Marks a handover whose person waits for a place, until work on it begins or it ends. */
@Component
@Interceptor
class WaitingFlag implements SprigFeature {

    private static final Coding WAITS = new Coding(
            "https://sprig-fhir.github.io/ig/CodeSystem/handover-flag", "on-waiting-list", "On waiting list");

    static void set(Store store, Task task) {
        var current = store.read(Task.class, task.getIdElement().getIdPart());
        store.update(current.setBusinessStatus(new CodeableConcept(WAITS.copy())));
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    void updated(@Nullable IBaseResource before, IBaseResource after) {
        if (after instanceof Task task
                && task.getBusinessStatus().hasCoding(WAITS.getSystem(), WAITS.getCode())
                && (task.getStatus() == TaskStatus.INPROGRESS || Handovers.hasEnded(task))) {
            task.setBusinessStatus(null);
        }
    }
}
