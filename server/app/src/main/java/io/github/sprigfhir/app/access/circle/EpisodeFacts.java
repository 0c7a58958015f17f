package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.app.referral.RequestKind;
import io.github.sprigfhir.domain.access.Episode;
import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Who takes part in the episodes that records belong to; read only as far as a record needs it. */
final class EpisodeFacts {

    private final Store store;
    private final LabelTable labels;
    private final Members members;
    private final Recorders recorders;
    private final Map<String, FhirPerson> settled;
    private final Map<String, Episode> core = new HashMap<>();

    /**
     * Reads in the current transaction.
     *
     * @param settled the people whose handovers this transaction has read already, by id
     */
    EpisodeFacts(
            Store store, LabelTable labels, Members members, Recorders recorders, Map<String, FhirPerson> settled) {
        this.store = store;
        this.labels = labels;
        this.members = members;
        this.recorders = recorders;
        this.settled = settled;
    }

    /** The episode with those to whom the person was handed over, where somebody named may be one of them. */
    Optional<Episode> of(Reference request, Set<Party> named) {
        var known = settled.values().stream()
                .flatMap(person -> person.episodeOf(request).stream())
                .findFirst();
        if (known.isPresent()) {
            return known;
        }
        var id = request.getReferenceElement().getIdPart();
        var found = core.computeIfAbsent(id, this::readCore);
        var others = new HashSet<>(named);
        others.removeAll(found.linkWorkers());
        found.askers().forEach(asker -> others.remove(asker.organisation()));
        return others.isEmpty() ? Optional.of(found) : whole(request);
    }

    /** From the labels of the referral itself, which are those of whoever asked for it and of its link workers. */
    private Episode readCore(String id) {
        var request = store.read(ServiceRequest.class, id);
        var root = RequestKind.of(request) == RequestKind.ONWARD
                ? store.read(ServiceRequest.class, Episodes.rootOf(request))
                : request;
        var linkWorkers = RequestKind.of(root) == RequestKind.OFFER
                ? Set.<Party>of()
                : members.organisations(root.getPerformer());
        var address = Address.of(root);
        var seeing = Marks.labels(labels.codesOf(List.of(address)).getOrDefault(address, Set.of()))
                .filter(label -> label.role() != Role.PROVIDER)
                .collect(Collectors.<Label>toSet());
        return new Episode(seeing, linkWorkers, List.of());
    }

    private Optional<Episode> whole(Reference request) {
        var person = store.read(
                        ServiceRequest.class, request.getReferenceElement().getIdPart())
                .getSubject()
                .getReferenceElement()
                .getIdPart();
        return settled.computeIfAbsent(person, this::read).episodeOf(request);
    }

    private FhirPerson read(String id) {
        var patient = List.of("Patient/" + id);
        var requests = store.referring(ServiceRequest.class, "patient", patient);
        recorders.learn(labels.codesOf(requests.stream().map(Address::of).toList()));
        return new FhirPerson(
                store.read(Patient.class, id),
                requests,
                store.referring(Task.class, "patient", patient),
                members,
                recorders::of);
    }
}
