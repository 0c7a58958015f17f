package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.app.referral.RequestKind;
import io.github.sprigfhir.domain.access.Episode;
import io.github.sprigfhir.domain.access.Handed;
import io.github.sprigfhir.domain.access.Handed.Stage;
import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.access.OnRecord;
import io.github.sprigfhir.domain.access.Person;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Maps all requests and handovers of one person into who has to do with them. */
final class FhirPerson {

    private static final String REASONS = "https://sprig-fhir.github.io/ig/CodeSystem/handover-reason";
    private static final String ESCALATED = "escalated-to-gp";
    private static final String WITHDRAWN = "consent-withdrawn";

    private final Members members;
    private final Function<Address, Set<Label>> recorders;
    private final Address address;
    private final Map<String, ServiceRequest> requests = new HashMap<>();
    private final List<Task> tasks;
    private final Map<String, Episode> episodes = new HashMap<>();
    private final Person person;

    /**
     * A person with everything that is asked of others for them.
     *
     * @param recorders who first recorded the person, an offer or a referral
     */
    FhirPerson(
            Patient patient,
            List<ServiceRequest> requests,
            List<Task> tasks,
            Members members,
            Function<Address, Set<Label>> recorders) {
        this.members = members;
        this.recorders = recorders;
        this.address = Address.of(patient);
        this.tasks = tasks;
        requests.forEach(request -> this.requests.put(request.getIdElement().getIdPart(), request));
        requests.stream()
                .filter(request -> RequestKind.of(request) != RequestKind.ONWARD)
                .forEach(root -> episodes.put(root.getIdElement().getIdPart(), episode(root)));
        var isEscalated = tasks.stream().anyMatch(FhirPerson::isEscalated);
        person = new Person(
                askers(recorders.apply(address).stream()),
                List.copyOf(episodes.values()),
                isEscalated ? members.organisations(patient.getGeneralPractitioner()) : Set.of());
    }

    Person person() {
        return person;
    }

    /** The episode that a request belongs to; none where it is not this person's. */
    Optional<Episode> episodeOf(Reference request) {
        return Optional.ofNullable(requests.get(
                        String.valueOf(request.getReferenceElement().getIdPart())))
                .flatMap(this::episodeOf);
    }

    /** The person, and all that is asked of others for them. */
    Map<Address, OnRecord> onRecord() {
        var all = new HashMap<Address, OnRecord>();
        all.put(address, new OnRecord.OfPerson(person));
        requests.values().forEach(request -> episodeOf(request)
                .ifPresent(episode -> all.put(Address.of(request), onRecord(request, episode))));
        for (var task : tasks) {
            var request = requests.get(task.getFocus().getReferenceElement().getIdPart());
            if (request != null) {
                episodeOf(request).ifPresent(episode -> all.put(Address.of(task), onRecord(task, request, episode)));
            }
        }
        return all;
    }

    private OnRecord onRecord(ServiceRequest request, Episode episode) {
        return RequestKind.of(request) == RequestKind.ONWARD
                ? new OnRecord.OnwardRequest(episode, handed(request, episode.linkWorkers()))
                : new OnRecord.OfEpisode(episode);
    }

    private OnRecord onRecord(Task task, ServiceRequest request, Episode episode) {
        var forLinkWorkers = RequestKind.of(request) == RequestKind.REFERRAL;
        if (!task.hasOwner()) {
            return new OnRecord.InThePool(
                    episode, members.organisations(request.getPerformer()), stage(task), forLinkWorkers);
        }
        return handed(task, episode.linkWorkers())
                .<OnRecord>map(handed -> new OnRecord.OfHandover(episode, handed, forLinkWorkers))
                .orElseGet(() -> forLinkWorkers
                        ? new OnRecord.OfEpisode(episode)
                        : new OnRecord.OnwardRequest(episode, List.of()));
    }

    private Optional<Episode> episodeOf(ServiceRequest request) {
        var root = RequestKind.of(request) == RequestKind.ONWARD
                ? request.getBasedOnFirstRep().getReferenceElement().getIdPart()
                : request.getIdElement().getIdPart();
        return Optional.ofNullable(episodes.get(String.valueOf(root)));
    }

    private Episode episode(ServiceRequest root) {
        var isOffer = RequestKind.of(root) == RequestKind.OFFER;
        var linkWorkers = isOffer ? Set.<Party>of() : members.organisations(root.getPerformer());
        var askers = askers(
                Stream.concat(members.of(root.getRequester()).stream(), recorders.apply(Address.of(root)).stream()));
        var id = root.getIdElement().getIdPart();
        var handovers = Stream.concat(
                        Stream.of(root),
                        requests.values().stream()
                                .filter(request -> RequestKind.of(request) == RequestKind.ONWARD)
                                .filter(request -> id.equals(request.getBasedOnFirstRep()
                                        .getReferenceElement()
                                        .getIdPart())))
                .flatMap(request -> handed(request, linkWorkers).stream())
                .toList();
        return new Episode(askers, linkWorkers, handovers);
    }

    private List<Handed> handed(ServiceRequest request, Set<Party> linkWorkers) {
        var id = request.getIdElement().getIdPart();
        return tasks.stream()
                .filter(task -> id.equals(task.getFocus().getReferenceElement().getIdPart()))
                .flatMap(task -> handed(task, linkWorkers).stream())
                .toList();
    }

    /** What the link workers own themselves is handed over to nobody else. */
    private Optional<Handed> handed(Task task, Set<Party> linkWorkers) {
        return members.of(task.getOwner())
                .map(Label::organisation)
                .filter(owner -> !linkWorkers.contains(owner))
                .map(owner -> new Handed(owner, stage(task)));
    }

    static Stage stage(Task task) {
        return switch (task.getStatus()) {
            case REQUESTED, RECEIVED, ACCEPTED, INPROGRESS, ONHOLD -> Stage.OPEN;
            case COMPLETED -> Stage.ENDED;
            case FAILED, CANCELLED -> isTakenBack(task) ? Stage.TAKEN_BACK : Stage.ENDED;
            case REJECTED, DRAFT, READY, ENTEREDINERROR, NULL -> Stage.TAKEN_BACK;
        };
    }

    private static boolean isTakenBack(Task task) {
        return isEscalated(task) || task.getStatusReason().hasCoding(REASONS, WITHDRAWN);
    }

    private static boolean isEscalated(Task task) {
        return task.getStatusReason().hasCoding(REASONS, ESCALATED);
    }

    private static Set<Label> askers(Stream<Label> labels) {
        return labels.filter(label -> label.role() == Role.REFERRER || label.role() == Role.LINK_WORKER)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
