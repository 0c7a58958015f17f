package io.github.sprigfhir.app.platform.caller;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Knows from the directory who stands for whom (spec decision 12). */
@Component
final class Standing {

    private final DaoRegistry store;

    Standing(DaoRegistry store) {
        this.store = store;
    }

    /** All for whom somebody speaks: a role for its organisation, its services and its practitioner; others for none. */
    Optional<Set<Party>> spokenForBy(Party party) {
        return read(party)
                .map(resource -> and(
                        party,
                        resource instanceof PractitionerRole role
                                ? Stream.concat(Stream.of(role.getPractitioner()), employers(role))
                                : Stream.empty()));
    }

    /** All who speak for somebody: for a service its provider, for a role its organisation and its services. */
    Set<Party> speakersFor(Party party) {
        return read(party)
                .map(resource -> and(
                        party,
                        resource instanceof HealthcareService service
                                ? Stream.of(service.getProvidedBy())
                                : resource instanceof PractitionerRole role ? employers(role) : Stream.empty()))
                .orElse(Set.of(party));
    }

    /** Whether somebody is part of an organisation: a service that it provides, a role in it, or a person in such a role. */
    boolean belongsTo(Party party, Party organisation) {
        return new IdType(party.name()).getResourceType().equals("Practitioner")
                ? rolesOf(party).anyMatch(role -> speakersFor(role).contains(organisation))
                : speakersFor(party).contains(organisation);
    }

    private Stream<Party> rolesOf(Party practitioner) {
        return store
                .getResourceDao(PractitionerRole.class)
                .searchForResources(
                        new SearchParameterMap("practitioner", new ReferenceParam(practitioner.name())),
                        new SystemRequestDetails())
                .stream()
                .map(role -> new Party("PractitionerRole/" + role.getIdElement().getIdPart()));
    }

    private static Stream<Reference> employers(PractitionerRole role) {
        return Stream.concat(Stream.of(role.getOrganization()), role.getHealthcareService().stream());
    }

    private static Set<Party> and(Party party, Stream<Reference> others) {
        var all = new HashSet<Party>(List.of(party));
        others.filter(Reference::hasReference)
                .map(reference -> new Party(new IdType(reference.getReference())
                        .toUnqualifiedVersionless()
                        .getValue()))
                .forEach(all::add);
        return all;
    }

    /** HAPI tells only by an exception that something is not there. */
    private Optional<Resource> read(Party party) {
        var id = new IdType(party.name());
        if (!id.hasIdPart() || !store.isResourceTypeSupported(String.valueOf(id.getResourceType()))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    (Resource) store.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException nothing) {
            return Optional.empty();
        }
    }
}
