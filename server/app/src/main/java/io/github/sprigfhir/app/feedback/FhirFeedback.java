package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.app.referral.EndReason;
import io.github.sprigfhir.domain.feedback.Ending;
import io.github.sprigfhir.domain.handover.HandoverState;
import io.github.sprigfhir.domain.referral.RequestStatus;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/** Writes feedback: how something ended, coded and in words, to whoever asked for it. */
final class FhirFeedback {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String TASK_STATUS = "http://hl7.org/fhir/task-status";
    private static final Coding FEEDBACK = new Coding(IG + "CodeSystem/communication-kind", "feedback", "Feedback");
    private static final Coding ESCALATED =
            new Coding(IG + "CodeSystem/handover-reason", "escalated-to-gp", "Escalated to GP");

    private FhirFeedback() {}

    static Communication of(Task task, Clock clock) {
        var state = HandoverState.of(task.getStatus().toCode()).orElseThrow();
        var reason = state == HandoverState.COMPLETED ? new CodeableConcept() : task.getStatusReason();
        var feedback = begun(task.getFocus(), task.getFor(), task.getRequester(), state, clock);
        feedback.addAbout(new Reference("Task/" + task.getIdElement().getIdPart()));
        feedback.addIdentifier()
                .setSystem(IG + "feedback")
                .setValue(task.getIdElement().getIdPart() + "-" + state.code());
        if (task.hasOwner() && !isConsentEnded(reason)) {
            feedback.setSender(task.getOwner().copy());
        }
        return told(feedback, new Ending(state, inWords(reason), said(task)), reason);
    }

    static Communication of(ServiceRequest referral, Clock clock) {
        var state =
                referral.getStatus() == ServiceRequestStatus.COMPLETED ? HandoverState.COMPLETED : HandoverState.FAILED;
        var id = referral.getIdElement().getIdPart();
        var feedback = begun(
                new Reference("ServiceRequest/" + id), referral.getSubject(), referral.getRequester(), state, clock);
        feedback.addIdentifier().setSystem(IG + "feedback").setValue(id + "-" + state.code());
        var reason = state == HandoverState.COMPLETED
                ? new CodeableConcept()
                : EndReason.of(referral).orElseGet(CodeableConcept::new);
        return told(feedback, new Ending(state, inWords(reason), List.of()), reason);
    }

    /** Whether something ended because the person agrees no more: its owner did not end it, and is not to know why. */
    static boolean isConsentEnded(CodeableConcept reason) {
        return reason.hasCoding(ESCALATED.getSystem(), "consent-withdrawn")
                || reason.hasCoding(ESCALATED.getSystem(), "consent-expired");
    }

    static boolean isEscalation(Communication feedback) {
        return feedback.getReasonCode().stream()
                .anyMatch(reason -> reason.hasCoding(ESCALATED.getSystem(), ESCALATED.getCode()));
    }

    static boolean hasEnded(ServiceRequest request) {
        return RequestStatus.ofCode(request.getStatus().toCode())
                .filter(RequestStatus::hasEnded)
                .isPresent();
    }

    static boolean leadsTo(ServiceRequest request, Reference reference) {
        return reference
                .getReferenceElement()
                .getIdPart()
                .equals(request.getIdElement().getIdPart());
    }

    private static Communication begun(
            Reference request, Reference person, Reference asked, HandoverState state, Clock clock) {
        var feedback = new Communication()
                .setStatus(CommunicationStatus.COMPLETED)
                .addCategory(new CodeableConcept(FEEDBACK.copy()))
                .addBasedOn(request.copy())
                .setSubject(person.copy())
                .addRecipient(asked.copy())
                .setSent(Date.from(clock.instant()));
        return feedback.addReasonCode(new CodeableConcept(new Coding(TASK_STATUS, state.code(), display(state))));
    }

    private static Communication told(Communication feedback, Ending ending, CodeableConcept reason) {
        if (!reason.isEmpty()) {
            feedback.addReasonCode(reason.copy());
        }
        feedback.addPayload().setContent(new StringType(ending.text()));
        return feedback;
    }

    private static String display(HandoverState state) {
        return Character.toUpperCase(state.code().charAt(0)) + state.code().substring(1);
    }

    private static Optional<String> inWords(CodeableConcept reason) {
        if (reason.hasText()) {
            return Optional.of(reason.getText());
        }
        return reason.getCoding().stream()
                .map(coding -> coding.hasDisplay() ? coding.getDisplay() : coding.getCode())
                .findFirst();
    }

    /** Words only: a reference among the outputs is there to be read on the Task. */
    private static List<String> said(Task task) {
        return task.getOutput().stream()
                .filter(output -> output.getValue() instanceof StringType)
                .map(output -> output.getValue().primitiveValue())
                .toList();
    }
}
