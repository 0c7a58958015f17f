package io.github.sprigfhir.domain.outcomes;

import io.github.sprigfhir.domain.outcomes.Form.Question;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of every refusal of answers, in one place so that they can be read together. */
final class FormRefusals {

    private static final String FORM = "questionnaire";

    private FormRefusals() {}

    static OutcomeRefusal switchedOff(Form form) {
        return new OutcomeRefusal(
                OutcomeRule.FORM,
                FORM,
                "The words of %s belong to somebody else, and nobody has switched them on here."
                        .formatted(form.instrument().title()),
                "Send the score as an Observation, its items as codes and numbers; or ask the operator to switch the instrument on.");
    }

    static OutcomeRefusal version(Form form) {
        return new OutcomeRefusal(
                OutcomeRule.FORM,
                FORM,
                "%s is asked here in version %s, and another was sent."
                        .formatted(form.instrument().title(), form.version()),
                "Send the version that was used; if it is not known here, send the scores as Observations.");
    }

    static OutcomeRefusal anotherForm() {
        return new OutcomeRefusal(
                OutcomeRule.FORM,
                FORM,
                "These were the answers to other questions, and their scores are on record.",
                "Mark that QuestionnaireResponse as entered-in-error, and send these answers as a new one.");
    }

    static OutcomeRefusal computed() {
        return new OutcomeRefusal(
                OutcomeRule.COMPUTED,
                "derivedFrom",
                "The server makes such scores of answers, and nobody else writes them.",
                "Send or amend the QuestionnaireResponse, and its scores follow; or send a score that is derived from none.");
    }

    static OutcomeRefusal unknownQuestion(Form form, int at) {
        return new OutcomeRefusal(
                OutcomeRule.QUESTION,
                "item[%d].linkId".formatted(at),
                "%s has no such question.".formatted(form.instrument().title()),
                "Send one of %s."
                        .formatted(
                                form.questions().stream().map(Question::linkId).collect(Collectors.joining(", "))));
    }

    static OutcomeRefusal askedTwice(int at) {
        return new OutcomeRefusal(
                OutcomeRule.QUESTION,
                "item[%d].linkId".formatted(at),
                "This question stands before in the same answers.",
                "Send each question once.");
    }

    static OutcomeRefusal unknownAnswer(int at, Question question) {
        return new OutcomeRefusal(
                OutcomeRule.ANSWER,
                "item[%d].answer[0].value".formatted(at),
                "The question cannot be answered so.",
                question.worth().isEmpty()
                        ? "Send a whole number, %s, as valueInteger."
                                .formatted(question.item().range())
                        : "Send one of %s as valueCoding."
                                .formatted(question.worth().entrySet().stream()
                                        .sorted(Map.Entry.comparingByValue())
                                        .map(entry -> entry.getKey().code())
                                        .collect(Collectors.joining(", "))));
    }
}
