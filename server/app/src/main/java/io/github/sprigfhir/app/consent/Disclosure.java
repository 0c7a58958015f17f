package io.github.sprigfhir.app.consent;

import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.referral.RequestKind;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * Somebody comes to know of a person, because they are asked to do something for them.
 *
 * @param by the resource by which they are asked
 * @param recipient who is asked
 * @param recipientPath where it says so
 * @param consent the consent that it names, if it must name one
 * @param consentPath where it names it, or would
 */
record Disclosure(
        Resource by,
        Party person,
        Reference recipient,
        String recipientPath,
        Optional<Reference> consent,
        String consentPath) {

    private static final String CONSENT = "Consent";

    /** What a transaction discloses that was not disclosed before. An offer asks nobody yet. */
    static List<Disclosure> in(List<Change> changes) {
        return changes.stream()
                .flatMap(change -> Stream.concat(
                        change.now(ServiceRequest.class).stream()
                                .filter(request -> RequestKind.of(request) != RequestKind.OFFER)
                                .filter(request -> isNew(change, request))
                                .flatMap(Disclosure::by),
                        change.now(Task.class).stream()
                                .filter(Task::hasOwner)
                                .filter(task -> isNew(change, task))
                                .map(Disclosure::by)))
                .toList();
    }

    /** Whether the request names its consent, as every request to somebody must. */
    boolean mustNameConsent() {
        return by instanceof ServiceRequest;
    }

    private static boolean isNew(Change change, ServiceRequest request) {
        return change.earlier(ServiceRequest.class)
                .filter(before -> RequestKind.of(before) != RequestKind.OFFER)
                .filter(before -> asked(before).equals(asked(request)))
                .isEmpty();
    }

    private static boolean isNew(Change change, Task task) {
        return change.earlier(Task.class)
                .filter(before -> before.hasOwner()
                        && FhirConsent.party(before.getOwner()).equals(FhirConsent.party(task.getOwner()))
                        && FhirConsent.party(before.getFor()).equals(FhirConsent.party(task.getFor())))
                .isEmpty();
    }

    /** Who is asked about whom, by which consent. */
    private static List<Party> asked(ServiceRequest request) {
        var asked = new ArrayList<Party>(List.of(FhirConsent.party(request.getSubject())));
        request.getPerformer().forEach(performer -> asked.add(FhirConsent.party(performer)));
        request.getSupportingInfo().stream()
                .filter(Disclosure::isConsent)
                .forEach(consent -> asked.add(FhirConsent.party(consent)));
        return asked;
    }

    private static Stream<Disclosure> by(ServiceRequest request) {
        var consents = request.getSupportingInfo().stream()
                .filter(Disclosure::isConsent)
                .toList();
        var consent = consents.stream().findFirst();
        var consentPath = consent.map(named -> "ServiceRequest.supportingInfo[%d]"
                        .formatted(request.getSupportingInfo().indexOf(named)))
                .orElse("ServiceRequest.supportingInfo");
        var performers = request.getPerformer();
        return performers.stream()
                .map(performer -> new Disclosure(
                        request,
                        FhirConsent.party(request.getSubject()),
                        performer,
                        "ServiceRequest.performer[%d]".formatted(performers.indexOf(performer)),
                        consent,
                        consentPath));
    }

    private static Disclosure by(Task task) {
        return new Disclosure(
                task, FhirConsent.party(task.getFor()), task.getOwner(), "Task.owner", Optional.empty(), "Task.owner");
    }

    private static boolean isConsent(Reference reference) {
        return CONSENT.equals(reference.getType())
                || CONSENT.equals(reference.getReferenceElement().getResourceType());
    }
}
