package io.github.sprigfhir.app.outcomes;

import io.github.sprigfhir.domain.outcomes.Coded;
import io.github.sprigfhir.domain.outcomes.Form;
import io.github.sprigfhir.domain.outcomes.Form.Question;
import io.github.sprigfhir.domain.outcomes.Instrument;
import io.github.sprigfhir.domain.outcomes.Item;
import io.github.sprigfhir.domain.outcomes.Reply;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** Reads the form of an instrument, and the replies to it, as FHIR has them. */
final class FhirForm {

    private static final String WORTH = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    private FhirForm() {}

    /** What merely stands between the questions is left out. */
    static Form of(Questionnaire form, Instrument instrument) {
        return new Form(
                instrument,
                form.getVersion(),
                form.getItem().stream()
                        .filter(QuestionnaireItemComponent::hasCode)
                        .map(item -> new Question(item.getLinkId(), item(item, instrument), worth(item)))
                        .toList());
    }

    /** The canonical address of the questions that were answered, without their version. */
    static String url(QuestionnaireResponse response) {
        var canonical = String.valueOf(response.getQuestionnaire());
        var bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }

    /** The version of the questions that were answered; empty where none was sent. */
    static String version(QuestionnaireResponse response) {
        var canonical = String.valueOf(response.getQuestionnaire());
        var bar = canonical.indexOf('|');
        return bar < 0 ? "" : canonical.substring(bar + 1);
    }

    static List<Reply> replies(QuestionnaireResponse response) {
        return response.getItem().stream()
                .map(item -> new Reply(String.valueOf(item.getLinkId()), answer(item)))
                .toList();
    }

    private static Optional<Reply.Answer> answer(QuestionnaireResponseItemComponent item) {
        return item.hasAnswer() ? Optional.of(answer(item.getAnswerFirstRep().getValue())) : Optional.empty();
    }

    private static Reply.Answer answer(Type value) {
        if (value instanceof Coding coding) {
            return new Reply.Chosen(FhirMeasure.coded(coding));
        }
        return value instanceof IntegerType whole && whole.hasValue()
                ? new Reply.Counted(BigDecimal.valueOf(whole.getValue()))
                : new Reply.Other();
    }

    private static Item item(QuestionnaireItemComponent question, Instrument instrument) {
        var code = FhirMeasure.coded(question.getCodeFirstRep());
        return instrument.measures().stream()
                .flatMap(measure -> measure.scoring().items().stream())
                .filter(item -> item.codes().contains(code))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Coded, BigDecimal> worth(QuestionnaireItemComponent question) {
        var worth = new LinkedHashMap<Coded, BigDecimal>();
        question.getAnswerOption().stream()
                .map(option -> (Coding) option.getValue())
                .forEach(coding -> worth.put(
                        FhirMeasure.coded(coding),
                        ((DecimalType) coding.getExtensionByUrl(WORTH).getValue()).getValue()));
        return worth;
    }
}
