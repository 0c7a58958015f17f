package io.github.sprigfhir.app.referral;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.referral.ReferralRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps two episodes of a person apart: a plan and a goal stay in theirs, and have goals and scores of it alone. */
@Component
@Order(AtCommit.Turn.SUPPORT_PLAN)
class OneEpisodeCheck implements AtCommit {

    private final Episodes episodes;
    private final Store store;

    OneEpisodeCheck(Episodes episodes, Store store) {
        this.episodes = episodes;
        this.store = store;
    }

    /** A reference, and its path as the sender knows it. */
    private record Named(String path, Reference reference) {}

    @Override
    public void follow(List<Change> changes) {
        var problems = new ArrayList<Problem>();
        for (var change : changes) {
            change.now(Goal.class).ifPresent(goal -> {
                var before = change.earlier(Goal.class).map(Goal::getAddresses).orElse(List.of());
                problems.addAll(Place.within(goal, stays("Goal.addresses", before, goal.getAddresses(), changes)));
                problems.addAll(Place.within(goal, scores(goal, changes)));
            });
            change.now(CarePlan.class).ifPresent(plan -> {
                var before = change.earlier(CarePlan.class)
                        .map(OneEpisodeCheck::referralOf)
                        .orElse(List.of());
                problems.addAll(
                        Place.within(plan, stays("CarePlan.supportingInfo", before, referralOf(plan), changes)));
                problems.addAll(Place.within(plan, goals(plan, changes)));
            });
        }
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    private static List<Reference> referralOf(CarePlan plan) {
        return List.of(FhirSupportPlan.referralOf(plan));
    }

    private List<Problem> stays(String path, List<Reference> before, List<Reference> after, List<Change> changes) {
        return ReferralRules.staysInEpisode(episodesOf(after, changes).containsAll(episodesOf(before, changes)))
                .stream()
                .map(refusal -> Problem.invalid(refusal.reason(), path, refusal.text(), refusal.remedy()))
                .toList();
    }

    private List<Problem> scores(Goal goal, List<Change> changes) {
        var own = episodesOf(goal.getAddresses(), changes);
        return problems(all("Goal.outcomeReference", goal.getOutcomeReference()), reference -> {
            var score = read(Observation.class, reference, changes);
            return meet(own, episodesOf(score.getBasedOn(), changes));
        });
    }

    private List<Problem> goals(CarePlan plan, List<Change> changes) {
        var own = episodesOf(referralOf(plan), changes);
        var named = all("CarePlan.goal", plan.getGoal());
        for (int i = 0; i < plan.getActivity().size(); i++) {
            named.addAll(all(
                    "CarePlan.activity[%d].detail.goal".formatted(i),
                    plan.getActivity().get(i).getDetail().getGoal()));
        }
        return problems(named, reference -> {
            var goal = read(Goal.class, reference, changes);
            return meet(own, episodesOf(goal.getAddresses(), changes));
        });
    }

    private static List<Named> all(String path, List<Reference> references) {
        var all = new ArrayList<Named>();
        for (int i = 0; i < references.size(); i++) {
            if (references.get(i).hasReference()) {
                all.add(new Named("%s[%d]".formatted(path, i), references.get(i)));
            }
        }
        return all;
    }

    private static List<Problem> problems(List<Named> named, Predicate<Reference> isOfTheEpisode) {
        return named.stream()
                .flatMap(one -> ReferralRules.isOfOneEpisode(isOfTheEpisode.test(one.reference())).stream()
                        .map(refusal ->
                                Problem.invalid(refusal.reason(), one.path(), refusal.text(), refusal.remedy())))
                .toList();
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    /** The ids of the referrals by which the episodes are known that these requests belong to. */
    private Set<String> episodesOf(List<Reference> requests, List<Change> changes) {
        return requests.stream()
                .flatMap(request -> episodes.request(request, changes).stream())
                .map(Episodes::rootOf)
                .collect(Collectors.toSet());
    }

    private <T extends Resource> T read(Class<T> type, Reference reference, List<Change> changes) {
        var id = reference.getReferenceElement().getIdPart();
        return changes.stream()
                .flatMap(change -> change.now(type).stream())
                .filter(resource -> resource.getIdElement().getIdPart().equals(id))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> store.read(type, id));
    }
}
