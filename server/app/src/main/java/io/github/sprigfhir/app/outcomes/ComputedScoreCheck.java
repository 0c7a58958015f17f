package io.github.sprigfhir.app.outcomes;

import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.outcomes.FormRules;
import io.github.sprigfhir.domain.outcomes.OutcomeRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Leaves scores that were made of answers to the server, so that each is what its answers give: nobody else writes,
 * changes or deletes one, or makes a score or a risk look like one of the server's.
 */
@Component
@Order(AtCommit.Turn.MEMBERSHIP)
class ComputedScoreCheck implements AtCommit {

    private static final String ANSWERS = "QuestionnaireResponse";

    @Override
    public void follow(List<Change> changes) {
        var problems = new ArrayList<Problem>();
        for (var change : changes) {
            if (!change.isOurOwn() && isWrong(change)) {
                problems.addAll(
                        Place.within(change.resource(), List.of(problem(change.resource(), FormRules.computed()))));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    /** A risk that the server has raised is anybody's to deal with who may, and nobody's to make. */
    private static boolean isWrong(Change change) {
        return Stream.concat(change.now(Observation.class).stream(), change.earlier(Observation.class).stream())
                        .anyMatch(ComputedScoreCheck::isComputed)
                || change.now(Flag.class).filter(ComputedScoreCheck::isRaised).isPresent()
                        != change.earlier(Flag.class)
                                .filter(ComputedScoreCheck::isRaised)
                                .isPresent();
    }

    private static boolean isComputed(Observation outcome) {
        return outcome.getDerivedFrom().stream().anyMatch(ComputedScoreCheck::isToAnswers)
                || outcome.getIdentifier().stream()
                        .anyMatch(identifier -> Extraction.SYSTEM.equals(identifier.getSystem()));
    }

    private static boolean isRaised(Flag risk) {
        return risk.getIdentifier().stream().anyMatch(identifier -> FhirAlert.SYSTEM.equals(identifier.getSystem()));
    }

    private static boolean isToAnswers(Reference reference) {
        return ANSWERS.equals(reference.getReferenceElement().getResourceType()) || ANSWERS.equals(reference.getType());
    }

    private static Problem problem(Resource written, OutcomeRefusal refusal) {
        var element = written instanceof Flag ? "Flag.identifier" : "Observation." + refusal.element();
        return Problem.invalid(refusal.rule(), element, refusal.text(), refusal.remedy());
    }
}
