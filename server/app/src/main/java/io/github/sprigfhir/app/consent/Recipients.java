package io.github.sprigfhir.app.consent;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.Optional;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Knows which organisation comes to know of a person when a service, a role or the organisation itself is asked. */
@Component
class Recipients {

    private final Store store;

    Recipients(Store store) {
        this.store = store;
    }

    /** None where it cannot be told. */
    Optional<Party> organisationOf(Reference asked) {
        var target = asked.getReferenceElement();
        if (!target.hasIdPart()) {
            return Optional.empty();
        }
        var organisation =
                switch (String.valueOf(target.getResourceType())) {
                    case "Organization" -> asked;
                    case "HealthcareService" ->
                        store.read(HealthcareService.class, target.getIdPart()).getProvidedBy();
                    case "PractitionerRole" ->
                        store.read(PractitionerRole.class, target.getIdPart()).getOrganization();
                    default -> new Reference();
                };
        return Optional.of(organisation).filter(Reference::hasReference).map(FhirConsent::party);
    }
}
