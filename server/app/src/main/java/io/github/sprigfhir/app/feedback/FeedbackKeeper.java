package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.domain.handover.HandoverState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells whoever asked how it ended: for each handover that ends, and for a referral that ends later than the handover
 * to its link worker did. What was escalated is told to the person's GP as well, whoever asked.
 */
@Component
@Order(AtCommit.Turn.FEEDBACK)
class FeedbackKeeper implements AtCommit {

    private final Store store;
    private final Clock clock;

    FeedbackKeeper(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void follow(List<Change> changes) {
        var ended = changes.stream()
                .flatMap(change -> endedHandover(change).stream())
                .toList();
        ended.forEach(task -> tell(withFirstReferrer(task, FhirFeedback.of(task, clock)), task.getFor()));
        changes.stream()
                .flatMap(change -> endedReferral(change).stream())
                // Whoever referred has just been told with the handover.
                .filter(referral -> ended.stream().noneMatch(task -> FhirFeedback.leadsTo(referral, task.getFocus())))
                .forEach(referral -> tell(FhirFeedback.of(referral, clock), referral.getSubject()));
    }

    /** That a person no longer agrees concerns not only the link worker who asked, but whoever referred the person. */
    private Communication withFirstReferrer(Task task, Communication feedback) {
        if (FhirFeedback.isConsentEnded(task.getStatusReason())) {
            var request = store.read(
                    ServiceRequest.class, task.getFocus().getReferenceElement().getIdPart());
            var root = Episodes.rootOf(request);
            if (!root.equals(request.getIdElement().getIdPart())) {
                feedback.addRecipient(
                        store.read(ServiceRequest.class, root).getRequester().copy());
            }
        }
        return feedback;
    }

    private void tell(Communication feedback, Reference person) {
        if (FhirFeedback.isEscalation(feedback)) {
            var patient = store.read(Patient.class, person.getReferenceElement().getIdPart());
            patient.getGeneralPractitioner().stream()
                    .filter(Reference::hasIdentifier)
                    .forEach(practice -> feedback.addRecipient(practice.copy()));
        }
        store.create(feedback);
    }

    private static Optional<Task> endedHandover(Change change) {
        var before = change.earlier(Task.class).filter(FeedbackKeeper::hasEnded);
        return change.now(Task.class).filter(FeedbackKeeper::hasEnded).filter(task -> before.isEmpty());
    }

    private static boolean hasEnded(Task task) {
        return HandoverState.of(task.getStatus().toCode())
                .filter(HandoverState::hasEnded)
                .isPresent();
    }

    private static Optional<ServiceRequest> endedReferral(Change change) {
        var before = change.earlier(ServiceRequest.class).filter(request -> !FhirFeedback.hasEnded(request));
        return change.now(ServiceRequest.class)
                .filter(request ->
                        !request.hasBasedOn() && request.getIntent() == ServiceRequest.ServiceRequestIntent.ORDER)
                .filter(FhirFeedback::hasEnded)
                .filter(request -> before.isPresent());
    }
}
