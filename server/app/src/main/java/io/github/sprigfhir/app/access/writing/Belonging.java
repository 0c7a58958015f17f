package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.kernel.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Knows from the directory what belongs to an organisation: its services, places and roles, and who works in them. */
@Component
class Belonging {

    private static final String KEY = "sprig.belonging";

    private final Stored stored;
    private final Store store;

    Belonging(Stored stored, Store store) {
        this.stored = stored;
        this.store = store;
    }

    /**
     * Whether a party belongs to the caller's organisation, or is it; looked up once for each request.
     *
     * @param party type and id, such as {@code PractitionerRole/42}
     */
    boolean belongs(String party, Identity caller, RequestDetails request) {
        var known = known(request).get(party);
        if (known == null) {
            known = look(party, caller);
            known(request).put(party, known);
        }
        return known;
    }

    /** Whether an entry of the directory, as it is written here, is one of the caller's organisation. */
    boolean isEntryOf(Resource entry, Identity caller) {
        var own = caller.organisation().name();
        if (entry instanceof HealthcareService service) {
            return leadsTo(service.getProvidedBy(), own);
        }
        if (entry instanceof PractitionerRole role) {
            return leadsTo(role.getOrganization(), own);
        }
        if (entry instanceof Location location) {
            return leadsTo(location.getManagingOrganization(), own);
        }
        var address = entry.fhirType() + "/" + entry.getIdElement().getIdPart();
        return switch (entry.fhirType()) {
            case "Organization" -> address.equals(own);
            case "Practitioner" -> entry.getIdElement().hasIdPart() && worksFor(address, own);
            default -> false;
        };
    }

    private boolean look(String party, Identity caller) {
        return party.equals(caller.organisation().name())
                || stored.find(new IdType(party))
                        .filter(resource -> isEntryOf(resource, caller))
                        .isPresent();
    }

    private boolean worksFor(String practitioner, String organisation) {
        return store.referring(PractitionerRole.class, "practitioner", List.of(practitioner)).stream()
                .anyMatch(role -> leadsTo(role.getOrganization(), organisation));
    }

    private static boolean leadsTo(Reference reference, String organisation) {
        return reference.hasReference()
                && organisation.equals(reference
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Boolean> known(RequestDetails request) {
        return (Map<String, Boolean>) request.getUserData().computeIfAbsent(KEY, key -> new HashMap<String, Boolean>());
    }
}
