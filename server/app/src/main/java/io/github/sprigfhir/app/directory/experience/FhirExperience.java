package io.github.sprigfhir.app.directory.experience;

import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Type;

/** Reads what a person says of a service; the comment is nobody's to count. */
public final class FhirExperience {

    private static final String QUESTIONS = "https://sprig-fhir.github.io/ig/Questionnaire/experience";

    private FhirExperience() {}

    /** Whether it is an answer about a service, to no other questions, that nobody has taken back. */
    public static boolean stands(QuestionnaireResponse answer) {
        return QUESTIONS.equals(answer.getQuestionnaire())
                && answer.getStatus() != QuestionnaireResponseStatus.ENTEREDINERROR;
    }

    /** From 1 to 5. */
    static int rating(QuestionnaireResponse answer) {
        return item(answer, "rating")
                .filter(Coding.class::isInstance)
                .map(value -> Integer.parseInt(((Coding) value).getCode()))
                .orElseThrow();
    }

    /** None where the question was left open. */
    static Optional<Boolean> recommends(QuestionnaireResponse answer) {
        return item(answer, "recommend").filter(BooleanType.class::isInstance).map(value -> ((BooleanType) value)
                .booleanValue());
    }

    private static Optional<Type> item(QuestionnaireResponse answer, String question) {
        return answer.getItem().stream()
                .filter(item -> question.equals(item.getLinkId()))
                .map(item -> item.getAnswerFirstRep().getValue())
                .findFirst();
    }
}
