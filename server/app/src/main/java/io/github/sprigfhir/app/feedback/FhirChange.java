package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.domain.feedback.Change;
import io.github.sprigfhir.domain.feedback.Part;
import io.github.sprigfhir.domain.feedback.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Reads a Task or ServiceRequest as a change that somebody may want to hear of. */
final class FhirChange {

    private FhirChange() {}

    static Optional<Change> of(IBaseResource resource) {
        if (resource instanceof Task task) {
            return Optional.of(new Change(
                    Topic.HANDOVER,
                    focus(task),
                    Map.of(
                            Part.OWNER, parties(List.of(task.getOwner())),
                            Part.REQUESTER, parties(List.of(task.getRequester())))));
        }
        if (resource instanceof ServiceRequest referral) {
            return Optional.of(new Change(
                    Topic.REFERRAL,
                    focus(referral),
                    Map.of(
                            Part.REQUESTER, parties(List.of(referral.getRequester())),
                            Part.PERFORMER, parties(referral.getPerformer()))));
        }
        return Optional.empty();
    }

    private static String focus(IBaseResource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static Set<String> parties(List<Reference> references) {
        return references.stream()
                .filter(Reference::hasReference)
                .map(reference -> reference
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                .collect(Collectors.toUnmodifiableSet());
    }
}
