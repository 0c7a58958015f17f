package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/** Tells of those whom records name which organisation they belong to, and what they are there; each looked up once. */
final class Members {

    private static final String IG = "https://sprig-fhir.github.io/ig/CodeSystem/";

    private final Store store;
    private final Map<String, Optional<Label>> known = new HashMap<>();

    Members(Store store) {
        this.store = store;
    }

    /** In which role of which organisation somebody acts; none of a person who is no role, or of the person helped. */
    Optional<Label> of(Reference reference) {
        var id = reference.getReferenceElement();
        if (!reference.hasReference() || id.isLocal() || !id.hasResourceType()) {
            return Optional.empty();
        }
        var address = id.getResourceType() + "/" + id.getIdPart();
        var member = known.get(address);
        if (member == null) {
            member = look(id.getResourceType(), id.getIdPart());
            known.put(address, member);
        }
        return member;
    }

    /** The organisations of several, those of whom there is none left out. */
    Set<Party> organisations(Collection<Reference> references) {
        return references.stream()
                .flatMap(reference -> of(reference).stream())
                .map(Label::organisation)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Label> look(String type, String id) {
        return switch (type) {
            case "Organization" -> Optional.of(new Label(Role.REFERRER, new Party("Organization/" + id)));
            case "PractitionerRole" -> ofRole(store.read(PractitionerRole.class, id));
            case "HealthcareService" -> ofService(store.read(HealthcareService.class, id));
            default -> Optional.empty();
        };
    }

    private static Optional<Label> ofRole(PractitionerRole role) {
        return label(
                has(role.getCode(), "role", "link-worker") ? Role.LINK_WORKER : Role.REFERRER, role.getOrganization());
    }

    private static Optional<Label> ofService(HealthcareService service) {
        var isLinkWorkers = has(service.getCategory(), "service-category", "link-worker-service");
        return label(isLinkWorkers ? Role.LINK_WORKER : Role.PROVIDER, service.getProvidedBy());
    }

    private static boolean has(Collection<CodeableConcept> concepts, String system, String code) {
        return concepts.stream().anyMatch(concept -> concept.hasCoding(IG + system, code));
    }

    private static Optional<Label> label(Role role, Reference organisation) {
        return organisation.hasReference()
                ? Optional.of(new Label(
                        role,
                        new Party("Organization/"
                                + organisation.getReferenceElement().getIdPart())))
                : Optional.empty();
    }
}
