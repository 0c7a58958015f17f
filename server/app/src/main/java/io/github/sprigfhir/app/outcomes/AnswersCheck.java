package io.github.sprigfhir.app.outcomes;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.domain.outcomes.Answers;
import io.github.sprigfhir.domain.outcomes.Form;
import io.github.sprigfhir.domain.outcomes.FormRules;
import io.github.sprigfhir.domain.outcomes.OutcomeRefusal;
import io.github.sprigfhir.domain.outcomes.Replies;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Puts the answers to an instrument's form to its rules. */
final class AnswersCheck {

    private static final String TYPE = "QuestionnaireResponse.";

    private AnswersCheck() {}

    /** Everything that is wrong with the answers. */
    static List<Problem> problems(QuestionnaireResponse response, Form form) {
        return read(response, form) instanceof Replies.Refused refused
                ? refused.refusals().stream().map(AnswersCheck::problem).toList()
                : List.of();
    }

    /** The answers of what has passed the rules. */
    static Answers answers(QuestionnaireResponse response, Form form) {
        return read(response, form) instanceof Replies.Understood understood
                ? understood.answers()
                : new Answers(Map.of());
    }

    static Problem problem(OutcomeRefusal refusal) {
        return Problem.invalid(refusal.rule(), TYPE + refusal.element(), refusal.text(), refusal.remedy());
    }

    private static Replies read(QuestionnaireResponse response, Form form) {
        return FormRules.read(form, FhirForm.version(response), FhirForm.replies(response));
    }
}
