package io.github.sprigfhir.app.referral.record;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.referral.Episodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** A record as the transaction leaves it that makes the referral. */
final class WrittenPool implements Pool {

    private final ServiceRequest referral;
    private final List<Change> changes;
    private final Store store;
    private final FhirContext fhir;
    private final boolean isWide;
    private final Map<String, List<? extends Resource>> known = new HashMap<>();
    private final Map<String, Optional<Resource>> followed;
    private final Predicate<String> sees;

    /**
     * Looks when it is asked.
     *
     * @param followed what was read already, by its address; more is put into it
     * @param sees whether the sender of the referral sees what has an address
     * @param isWide whether to search for what belongs to the referral; else it is what the referral refers to
     */
    WrittenPool(
            ServiceRequest referral,
            List<Change> changes,
            Store store,
            FhirContext fhir,
            boolean isWide,
            Map<String, Optional<Resource>> followed,
            Predicate<String> sees) {
        this.referral = referral;
        this.changes = changes;
        this.store = store;
        this.fhir = fhir;
        this.isWide = isWide;
        this.followed = followed;
        this.sees = sees;
        known.put("ServiceRequest", List.of(referral));
    }

    @Override
    public List<? extends Resource> of(String type) {
        return known.computeIfAbsent(type, this::look);
    }

    @Override
    public Optional<Resource> follow(Reference reference) {
        var id = reference.getReferenceElement();
        if (!id.hasResourceType() || !id.hasIdPart() || id.isLocal()) {
            return Optional.empty();
        }
        // Most rows that are mandatory lead by the same way.
        var address = id.getResourceType() + "/" + id.getIdPart();
        return followed.computeIfAbsent(address, first -> read(id.getResourceType(), id.getIdPart()));
    }

    private Optional<Resource> read(String type, String id) {
        return changes.stream()
                .map(Change::after)
                .filter(Objects::nonNull)
                .filter(written -> written.fhirType().equals(type)
                        && id.equals(written.getIdElement().getIdPart()))
                .reduce((earlier, later) -> later)
                .or(() -> store.find(type(type), id).map(Resource.class::cast));
    }

    private List<? extends Resource> look(String type) {
        if (type.equals("Patient")) {
            return follow(referral.getSubject()).stream().toList();
        }
        if (!isWide || !Belonging.knows(type)) {
            return referral.getSupportingInfo().stream()
                    .filter(info -> type.equals(info.getReferenceElement().getResourceType()))
                    .flatMap(info -> follow(info).stream())
                    .toList();
        }
        var belonging = Belonging.of(type);
        var address = Episodes.Episode.addressOf(referral);
        store.settle();
        return store
                .referring(
                        belonging.type(),
                        belonging.parameter(),
                        RecordReads.targets(belonging, referral, List.of(address)))
                .stream()
                .filter(this::isTheSenders)
                .toList();
    }

    /** Whether the sender writes it now or sees it: what they cannot see they are not told of by being let through. */
    private boolean isTheSenders(Resource found) {
        return changes.stream().anyMatch(change -> isSame(change.resource(), found)) || sees.test(address(found));
    }

    private static boolean isSame(Resource one, Resource other) {
        return address(one).equals(address(other));
    }

    private static String address(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    @SuppressWarnings("unchecked")
    private Class<? extends Resource> type(String name) {
        return (Class<? extends Resource>) fhir.getResourceDefinition(name).getImplementingClass();
    }
}
