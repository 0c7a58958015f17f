package io.github.sprigfhir.app.consent;

import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/** Tells the owner of a handover to stop: which handover, by its own identifier, and neither of whom nor why. */
final class StopNotice {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final Coding STOP = new Coding(IG + "CodeSystem/communication-kind", "stop", "Stop");
    private static final Coding CANCELLED = new Coding("http://hl7.org/fhir/task-status", "cancelled", "Cancelled");
    private static final String WORDS =
            "Please stop work on this handover. It is closed, and you can no longer read it.";

    private StopNotice() {}

    static Communication of(Task task, Date sent) {
        var handover = new Reference().setType("Task");
        handover.setIdentifier(task.getIdentifierFirstRep().copy());
        var notice = new Communication()
                .setStatus(CommunicationStatus.COMPLETED)
                .addCategory(new CodeableConcept(STOP.copy()))
                .addAbout(handover)
                .setSent(sent)
                .addRecipient(task.getOwner().copy())
                .addReasonCode(new CodeableConcept(CANCELLED.copy()));
        notice.addIdentifier()
                .setSystem(IG + "stop")
                .setValue(task.getIdElement().getIdPart());
        notice.addPayload().setContent(new StringType(WORDS));
        return notice;
    }
}
