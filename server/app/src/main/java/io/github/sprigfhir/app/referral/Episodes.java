package io.github.sprigfhir.app.referral;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/** Finds the episode that something belongs to: an episode is known by its referral (ADR 8). */
@Component
public class Episodes {

    private static final String REQUEST = "ServiceRequest";

    private final Store store;

    Episodes(Store store) {
        this.store = store;
    }

    /** The request that a reference leads to, as this transaction leaves it; none if it leads elsewhere. */
    public Optional<ServiceRequest> request(Reference reference, List<Change> changes) {
        var target = reference.getReferenceElement();
        if (!REQUEST.equals(target.getResourceType())) {
            return Optional.empty();
        }
        return Optional.of(changes.stream()
                .flatMap(change -> change.now(ServiceRequest.class).stream())
                .filter(request -> idOf(request).equals(target.getIdPart()))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> store.read(ServiceRequest.class, target.getIdPart())));
    }

    /** The id of the episode's referral: the request itself, or the one that it is based on. */
    public static String rootOf(ServiceRequest request) {
        return RequestKind.of(request) == RequestKind.ONWARD
                ? request.getBasedOnFirstRep().getReferenceElement().getIdPart()
                : idOf(request);
    }

    /** Waits until no other transaction changes the episode that a request belongs to: for who is yet to write. */
    public void awaitTurn(Reference request) {
        store.beforeWriting(() -> request(request, List.of()))
                .ifPresent(found -> store.awaitTurn(REQUEST + "/" + rootOf(found)));
    }

    /** The episode as it is now, when its turn has come: until this transaction ends, no other will change it. */
    public Episode open(String root) {
        takeTurn(root);
        return new Episode(
                store.read(ServiceRequest.class, root),
                store.referring(ServiceRequest.class, "based-on", List.of(REQUEST + "/" + root)));
    }

    /** The addresses of all requests of an episode as they are on record, in no order; waits for nobody. */
    public List<String> addressesOf(String root) {
        var addresses = new ArrayList<String>();
        addresses.add(REQUEST + "/" + root);
        store.referring(ServiceRequest.class, "based-on", List.of(REQUEST + "/" + root)).stream()
                .map(Episode::addressOf)
                .forEach(addresses::add);
        return addresses;
    }

    /** Waits until no other transaction is changing the episode; none will until this one ends. */
    void takeTurn(String root) {
        store.takeTurns(REQUEST + "/" + root);
    }

    /** Whether a reference leads to this request. */
    public static boolean leadsTo(ServiceRequest request, Reference reference) {
        return reference
                .getReferenceElement()
                .toUnqualifiedVersionless()
                .getValue()
                .equals(Episode.addressOf(request));
    }

    static String idOf(ServiceRequest request) {
        return request.getIdElement().getIdPart();
    }

    /**
     * The requests of an episode.
     *
     * @param root the referral to the link-worker service
     * @param onward what is based on it
     */
    public record Episode(ServiceRequest root, List<ServiceRequest> onward) {

        /** The addresses of all requests, for finding what refers to any of them. */
        public List<String> addresses() {
            var addresses = new ArrayList<String>();
            addresses.add(addressOf(root));
            onward.forEach(request -> addresses.add(addressOf(request)));
            return addresses;
        }

        /** How others refer to a request. */
        public static String addressOf(ServiceRequest request) {
            return REQUEST + "/" + idOf(request);
        }
    }
}
