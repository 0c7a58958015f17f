package io.github.sprigfhir.app.referral;

import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.kernel.Refusal;
import io.github.sprigfhir.domain.referral.ReferralRules;
import io.github.sprigfhir.domain.referral.RequestStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets into an episode only what belongs there, once all references of a transaction lead to what they mean. */
@Component
@Order(AtCommit.Turn.MEMBERSHIP)
class MembershipCheck implements AtCommit {

    private final Episodes episodes;

    MembershipCheck(Episodes episodes) {
        this.episodes = episodes;
    }

    @Override
    public void follow(List<Change> changes) {
        takeTurns(changes);
        var problems = new ArrayList<Problem>();
        for (var change : changes) {
            if (change.isCreation()) {
                change.now(ServiceRequest.class)
                        .ifPresent(request -> problems.addAll(Place.within(request, onward(request, changes))));
                change.now(Task.class).ifPresent(task -> problems.addAll(Place.within(task, handover(task, changes))));
            }
            change.now(Encounter.class)
                    .ifPresent(contact -> problems.addAll(
                            about("Encounter", contact.getSubject(), contact.getBasedOnFirstRep(), changes)));
            change.now(Observation.class)
                    .ifPresent(outcome -> problems.addAll(
                            about("Observation", outcome.getSubject(), outcome.getBasedOnFirstRep(), changes)));
            change.now(QuestionnaireResponse.class)
                    .ifPresent(answer -> problems.addAll(
                            about("QuestionnaireResponse", answer.getSubject(), answer.getBasedOnFirstRep(), changes)));
            change.now(Communication.class)
                    .ifPresent(told -> problems.addAll(
                            about("Communication", told.getSubject(), told.getBasedOnFirstRep(), changes)));
            change.now(CarePlan.class)
                    .ifPresent(plan -> problems.addAll(Place.within(plan, supportPlan(plan, changes))));
            change.now(Goal.class).ifPresent(goal -> goal.getAddresses()
                    .forEach(request -> problems.addAll(about("Goal", goal.getSubject(), request, changes))));
        }
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    /**
     * Whoever joins an episode waits for those who may be ending it, and sees what they leave. All turns that a
     * transaction needs are taken in one order, so that no two wait for each other.
     */
    private void takeTurns(List<Change> changes) {
        var made = changes.stream()
                .filter(Change::isCreation)
                .flatMap(change -> change.now(ServiceRequest.class).stream())
                .map(Episodes::idOf)
                .collect(Collectors.toSet());
        Stream.of(
                        changes.stream()
                                .filter(Change::isCreation)
                                .flatMap(change -> change.now(ServiceRequest.class).stream())
                                .filter(ServiceRequest::hasBasedOn),
                        changes.stream()
                                .flatMap(change -> change.now(Task.class).stream())
                                .flatMap(task -> episodes.request(task.getFocus(), changes).stream()),
                        changes.stream()
                                .flatMap(change -> change.now(CarePlan.class).stream())
                                .flatMap(plan -> episodes.request(FhirSupportPlan.referralOf(plan), changes).stream()))
                .flatMap(requests -> requests)
                .map(Episodes::rootOf)
                .filter(root -> !made.contains(root))
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(episodes::takeTurn);
    }

    private List<Problem> handover(Task task, List<Change> changes) {
        var problems = about("Task", task.getFor(), task.getFocus(), changes);
        episodes.request(task.getFocus(), changes)
                .flatMap(MembershipCheck::takesMore)
                .ifPresent(refusal -> problems.add(problem(refusal, "Task.focus")));
        return problems;
    }

    private List<Problem> onward(ServiceRequest request, List<Change> changes) {
        if (RequestKind.of(request) == RequestKind.OFFER || !request.hasBasedOn()) {
            return List.of();
        }
        var wanted = RequestKind.of(request) == RequestKind.ONWARD ? RequestKind.REFERRAL : RequestKind.OFFER;
        var problems = about("ServiceRequest", request.getSubject(), request.getBasedOnFirstRep(), changes);
        var base = episodes.request(request.getBasedOnFirstRep(), changes);
        ReferralRules.isBasedOn(base.map(RequestKind::of).equals(Optional.of(wanted)))
                .or(() -> base.flatMap(MembershipCheck::takesMore))
                .ifPresent(refusal -> problems.add(problem(refusal, "ServiceRequest.basedOn")));
        return problems;
    }

    private List<Problem> supportPlan(CarePlan plan, List<Change> changes) {
        var referral = FhirSupportPlan.referralOf(plan);
        var problems = about("CarePlan", plan.getSubject(), referral, changes);
        ReferralRules.isBasedOn(episodes.request(referral, changes)
                        .map(RequestKind::of)
                        .equals(Optional.of(RequestKind.REFERRAL)))
                .ifPresent(refusal -> problems.add(problem(refusal, "CarePlan.supportingInfo")));
        return problems;
    }

    private List<Problem> about(String type, Reference person, Reference request, List<Change> changes) {
        var problems = new ArrayList<Problem>();
        episodes.request(request, changes)
                .flatMap(base -> ReferralRules.isAbout(idOf(person), idOf(base.getSubject())))
                .ifPresent(
                        refusal -> problems.add(problem(refusal, type + (type.equals("Task") ? ".for" : ".subject"))));
        return problems;
    }

    private static Optional<Refusal> takesMore(ServiceRequest request) {
        return RequestStatus.ofCode(request.getStatus().toCode()).flatMap(ReferralRules::joins);
    }

    private static String idOf(Reference reference) {
        return String.valueOf(reference.getReferenceElement().getIdPart());
    }

    private static Problem problem(Refusal refusal, String element) {
        return Problem.invalid(refusal.reason(), element, refusal.text(), refusal.remedy());
    }
}
