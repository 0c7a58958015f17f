package io.github.sprigfhir.app.consent;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.handover.Endings;
import io.github.sprigfhir.app.platform.OnBehalf;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.referral.EndReason;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.app.referral.Episodes.Episode;
import io.github.sprigfhir.domain.handover.HandoverState;
import io.github.sprigfhir.domain.kernel.Party;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * Ends what a person's consent no longer covers: open handovers are cancelled, requests that nobody has taken up are
 * revoked, and those who worked on them are told to stop. The status of the requests, and feedback with the reason to
 * whoever asked, follow from that.
 */
@Component
class Withdrawal {

    private static final String REQUEST = "ServiceRequest";

    private final PersonsConsents consents;
    private final Recipients recipients;
    private final Endings endings;
    private final Store store;
    private final Clock clock;

    Withdrawal(PersonsConsents consents, Recipients recipients, Endings endings, Store store, Clock clock) {
        this.consents = consents;
        this.recipients = recipients;
        this.endings = endings;
        this.store = store;
        this.clock = clock;
    }

    /** Settles all episodes of the person, once nobody else can change them. */
    void settle(Party person, RequestDetails cause) {
        takeTurns(person);
        var requests = requests(person);
        var reach = new Reach(person, consents.of(person), recipients, requests, clock.instant());
        var tasks = tasks(requests);
        tasks.stream().filter(Withdrawal::isOpen).forEach(task -> reach.reasonToEnd(task)
                .ifPresent(reason -> cancel(task, reason, cause)));
        requests.stream()
                .filter(Withdrawal::isOpen)
                .filter(request -> tasks.stream().noneMatch(task -> Episodes.leadsTo(request, task.getFocus())))
                .forEach(request -> reach.reasonToEnd(request).ifPresent(reason -> revoke(request, reason, cause)));
    }

    /**
     * First the episodes, as everybody does who changes one; then the person, as everybody does who asks somebody about
     * them. Whoever asked in between has committed by then, and is seen.
     */
    private void takeTurns(Party person) {
        var turns = turns(person);
        turns.forEach(store::takeTurns);
        store.takeTurns(person.name());
        turns(person).stream().filter(turn -> !turns.contains(turn)).forEach(store::takeTurns);
    }

    private Set<String> turns(Party person) {
        return requests(person).stream()
                .map(Episodes::rootOf)
                .map(root -> REQUEST + "/" + root)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<ServiceRequest> requests(Party person) {
        return store.referring(ServiceRequest.class, "subject", List.of(person.name()));
    }

    private List<Task> tasks(List<ServiceRequest> requests) {
        return requests.isEmpty()
                ? List.of()
                : store.referring(
                        Task.class,
                        "focus",
                        requests.stream().map(Episode::addressOf).toList());
    }

    private void cancel(Task task, CodeableConcept reason, RequestDetails cause) {
        endings.withdraw(task, reason, new OnBehalf(cause));
        if (task.hasOwner()) {
            store.create(StopNotice.of(task, Date.from(clock.instant())));
        }
    }

    private void revoke(ServiceRequest request, CodeableConcept reason, RequestDetails cause) {
        request.setStatus(ServiceRequestStatus.REVOKED);
        EndReason.set(request, reason);
        store.update(request, new OnBehalf(cause));
    }

    private static boolean isOpen(Task task) {
        return HandoverState.of(task.getStatus().toCode())
                .filter(state -> !state.hasEnded())
                .isPresent();
    }

    private static boolean isOpen(ServiceRequest request) {
        return request.getStatus() == ServiceRequestStatus.ACTIVE || request.getStatus() == ServiceRequestStatus.ONHOLD;
    }
}
