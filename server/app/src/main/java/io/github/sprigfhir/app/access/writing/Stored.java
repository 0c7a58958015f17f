package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Looks at what is stored with the server's own eyes, labels included, to decide whether a caller may. */
@Component
class Stored {

    /** Two matches are one too many already. */
    private static final int ENOUGH = 2;

    private final DaoRegistry daos;
    private final MatchUrlService conditions;
    private final FhirContext fhir;

    Stored(DaoRegistry daos, MatchUrlService conditions, FhirContext fhir) {
        this.daos = daos;
        this.conditions = conditions;
        this.fhir = fhir;
    }

    /** The current version; none where nothing has the id, or what had it was deleted. HAPI tells that by exceptions. */
    Optional<Resource> find(IIdType id) {
        var type = String.valueOf(id.getResourceType());
        if (!id.isIdPartValid() || !id.hasIdPart() || !daos.isResourceTypeSupported(type)) {
            return Optional.empty();
        }
        try {
            var current = id.toUnqualifiedVersionless();
            return Optional.of((Resource) daos.getResourceDao(type).read(current, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException nothing) {
            return Optional.empty();
        }
    }

    /** The ids of what a condition such as {@code Patient?identifier=system|value} matches, two at most. */
    List<String> matching(String condition) {
        var type = condition.substring(0, condition.indexOf('?'));
        var search = conditions.translateMatchUrl(condition, fhir.getResourceDefinition(type));
        search.setLoadSynchronousUpTo(ENOUGH);
        IFhirResourceDao<?> dao = daos.getResourceDao(type);
        return dao.searchForResourceIds(search, new SystemRequestDetails()).stream()
                .map(found -> type + "/" + found.getIdPart())
                .toList();
    }
}
