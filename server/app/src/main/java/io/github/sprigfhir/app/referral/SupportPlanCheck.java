package io.github.sprigfhir.app.referral;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.referral.ReferralRules;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets an episode have one active support plan. The membership check has taken the episode's turn for each plan, so that
 * of two at once the second sees the first.
 */
@Component
@Order(AtCommit.Turn.SUPPORT_PLAN)
class SupportPlanCheck implements AtCommit {

    private final Store store;

    SupportPlanCheck(Store store) {
        this.store = store;
    }

    @Override
    public void follow(List<Change> changes) {
        var problems = changes.stream()
                .flatMap(change -> change.now(CarePlan.class).stream())
                .filter(FhirSupportPlan::isActive)
                .flatMap(this::judge)
                .toList();
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    private Stream<Problem> judge(CarePlan plan) {
        var referral = FhirSupportPlan.referralOf(plan)
                .getReferenceElement()
                .toUnqualifiedVersionless()
                .getValue();
        var active = store.referring(CarePlan.class, "referral", List.of(referral)).stream()
                .filter(FhirSupportPlan::isActive)
                .count();
        return ReferralRules.isOnlyActivePlan(active <= 1).stream()
                .map(refusal -> Problem.invalid(refusal.reason(), "CarePlan.status", refusal.text(), refusal.remedy()))
                .flatMap(problem -> Place.within(plan, List.of(problem)).stream());
    }
}
