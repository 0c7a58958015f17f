package io.github.sprigfhir.app.handover;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.caller.Callers;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.handover.Handover;
import io.github.sprigfhir.domain.handover.HandoverDecision;
import io.github.sprigfhir.domain.handover.HandoverRefusal;
import io.github.sprigfhir.domain.handover.HandoverRules;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts every change to a Task to the handover table: maps both versions, asks, and refuses or lets it be stored.
 *
 * <p>HAPI calls it once for each stored version, inside the database transaction that reads the version before and
 * writes the one after; in a FHIR transaction when its ids are known. Two who read the same version before cannot both
 * commit, so what was judged here is what is stored.
 */
@Component
@Interceptor
class HandoverInterceptor implements SprigFeature {

    /** A Task is judged as a resource first: what is not valid is not worth asking about. */
    private static final int AFTER_PROFILES = 10;

    private final FhirHandover handovers;
    private final Callers callers;

    HandoverInterceptor(FhirHandover handovers, Callers callers) {
        this.handovers = handovers;
        this.callers = callers;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = AFTER_PROFILES)
    void created(IBaseResource resource) {
        if (resource instanceof Task task) {
            refuseOrStore(task, begin(task));
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = AFTER_PROFILES)
    void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        if (after instanceof Task task) {
            refuseOrStore(task, before instanceof Task stored ? decide(stored, task, request) : begin(task));
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED, order = AFTER_PROFILES)
    void deleted(IBaseResource resource) {
        if (resource instanceof Task task) {
            refuseOrStore(task, HandoverRules.delete());
        }
    }

    private static HandoverDecision begin(Task task) {
        return FhirHandover.stateOf(task).map(HandoverRules::begin).orElseGet(() -> noState(task));
    }

    private HandoverDecision decide(Task before, Task after, @Nullable RequestDetails request) {
        var from = FhirHandover.stateOf(before);
        var to = FhirHandover.stateOf(after);
        if (from.isEmpty() || to.isEmpty()) {
            return noState(from.isEmpty() ? before : after);
        }
        return decide(handovers.of(before, from.get(), request), handovers.of(after, to.get(), request), request);
    }

    private HandoverDecision decide(Handover before, Handover after, @Nullable RequestDetails request) {
        return HandoverRules.decide(before, after, callers.of(request, concerned(before, after)));
    }

    private static Set<Party> concerned(Handover before, Handover after) {
        var parties = new HashSet<Party>(List.of(before.requester()));
        before.owner().ifPresent(parties::add);
        after.owner().ifPresent(parties::add);
        return parties;
    }

    private static HandoverDecision noState(Task task) {
        return HandoverRules.noState(FhirHandover.statusOf(task));
    }

    private static void refuseOrStore(Task task, HandoverDecision decision) {
        if (decision instanceof HandoverDecision.Refused refused) {
            var problems = refused.refusals().stream()
                    .map(HandoverInterceptor::problem)
                    .toList();
            throw Refusals.unprocessable(Place.within(task, problems));
        }
    }

    private static Problem problem(HandoverRefusal refusal) {
        return new Problem(
                IssueSeverity.ERROR,
                IssueType.BUSINESSRULE,
                refusal.rule(),
                refusal.element().isEmpty() ? "Task" : "Task." + refusal.element(),
                refusal.text(),
                refusal.remedy());
    }
}
