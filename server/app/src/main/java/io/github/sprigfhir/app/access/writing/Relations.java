package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.domain.access.Authorship;
import io.github.sprigfhir.domain.access.Kind;
import io.github.sprigfhir.domain.access.Relation;
import io.github.sprigfhir.domain.access.SecurityLabels;
import io.github.sprigfhir.domain.kernel.Identity;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Says how what is stored stands to a caller: by its labels, by who made it, by whose entry it is. */
@Component
class Relations {

    private final Belonging belonging;

    Relations(Belonging belonging) {
        this.belonging = belonging;
    }

    /** Hidden where nothing is stored. */
    Relation of(Optional<Resource> stored, Kind kind, Identity caller, RequestDetails request) {
        return stored.map(resource -> of(resource, kind, caller, request)).orElse(Relation.HIDDEN);
    }

    /**
     * Of a stored resource to the caller.
     *
     * @param stored with its labels, as only the server reads it
     */
    Relation of(Resource stored, Kind kind, Identity caller, RequestDetails request) {
        if (kind.isRecord()) {
            return maySee(stored, caller) ? record(stored, kind, caller, request) : Relation.HIDDEN;
        }
        return kind.isDirectory() && belonging.isEntryOf(stored, caller) ? Relation.OWN : Relation.VISIBLE;
    }

    /** Whether the circle of care of a stored record includes the caller. */
    static boolean maySee(Resource stored, Identity caller) {
        return stored.getMeta().getSecurity(SecurityLabels.CIRCLE_OF_CARE, SecurityLabels.of(caller)) != null;
    }

    /** A record that names nobody is that of whoever sees it: there is no other whose it could be. */
    private Relation record(Resource stored, Kind kind, Identity caller, RequestDetails request) {
        var named = Authorship.of(kind).stream()
                .flatMap(element -> FhirAuthorship.named(stored, element).stream())
                .toList();
        return named.isEmpty() || named.stream().anyMatch(party -> isOwn(party, caller, request))
                ? Relation.OWN
                : Relation.VISIBLE;
    }

    private boolean isOwn(Reference party, Identity caller, RequestDetails request) {
        return party.hasReference()
                && belonging.belongs(
                        party.getReferenceElement().toUnqualifiedVersionless().getValue(), caller, request);
    }
}
