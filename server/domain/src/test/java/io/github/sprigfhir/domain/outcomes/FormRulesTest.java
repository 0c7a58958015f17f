package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.outcomes.Form.Question;
import io.github.sprigfhir.domain.outcomes.Reply.Chosen;
import io.github.sprigfhir.domain.outcomes.Reply.Counted;
import io.github.sprigfhir.domain.outcomes.Reply.Other;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are taken as the form has them, or refused together with everything else that is wrong. */
class FormRulesTest {

    private static final List<Coded> OFTEN = IntStream.range(0, 4)
            .mapToObj(number -> new Coded(Known.LOINC, "often-" + number))
            .toList();
    static final Form PHQ9 = form(true);

    private static Form form(boolean mayBeWorded) {
        var worth = new HashMap<Coded, BigDecimal>();
        IntStream.range(0, 4).forEach(number -> worth.put(OFTEN.get(number), BigDecimal.valueOf(number)));
        return new Form(
                new Instrument(Known.code("phq-9"), "1", "PHQ-9", mayBeWorded, List.of(Known.phq9())),
                "1",
                Known.phq9().scoring().items().stream()
                        .map(item -> new Question(item.codes().get(0).code(), item, worth))
                        .toList());
    }

    private static Form happiness() {
        return new Form(
                new Instrument(Known.code("ons4"), "1", "ONS4", true, List.of(Known.happiness())),
                "1",
                List.of(new Question(
                        "happiness", Known.happiness().scoring().items().get(0), Map.of())));
    }

    static Reply chosen(int question, int answer) {
        return new Reply("phq-9-" + question, Optional.of(new Chosen(OFTEN.get(answer))));
    }

    static List<OutcomeRefusal> refusals(Form form, String version, Reply... replies) {
        return FormRules.read(form, version, List.of(replies)) instanceof Replies.Refused refused
                ? refused.refusals()
                : List.of();
    }

    static Answers answers(Form form, Reply... replies) {
        assertThat(refusals(form, "", replies)).isEmpty();
        return ((Replies.Understood) FormRules.read(form, "", List.of(replies))).answers();
    }

    @Test
    void anAnswerIsWorthWhatTheFormSays() {
        assertThat(answers(PHQ9, chosen(1, 3), chosen(2, 0)).values())
                .isEqualTo(
                        Map.of(Known.code("phq-9-1"), BigDecimal.valueOf(3), Known.code("phq-9-2"), BigDecimal.ZERO));
        var seven = new Reply("happiness", Optional.of(new Counted(BigDecimal.valueOf(7))));
        assertThat(answers(happiness(), seven).values())
                .isEqualTo(Map.of(Known.code("happiness"), BigDecimal.valueOf(7)));
    }

    @Test
    void aQuestionThatWasLeftOpenIsNotAnswered() {
        assertThat(answers(PHQ9, chosen(1, 3), new Reply("phq-9-2", Optional.empty()))
                        .values())
                .hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceByItsPath() {
        var refusals = refusals(
                PHQ9,
                "2",
                new Reply("phq-9-10", Optional.of(new Chosen(OFTEN.get(0)))),
                new Reply("phq-9-1", Optional.of(new Chosen(new Coded(Known.LOINC, "always")))),
                chosen(2, 1),
                chosen(2, 1),
                new Reply("phq-9-3", Optional.of(new Counted(BigDecimal.ONE))),
                new Reply("phq-9-4", Optional.of(new Other())));

        assertThat(refusals)
                .extracting(OutcomeRefusal::element)
                .containsExactly(
                        "questionnaire",
                        "item[0].linkId",
                        "item[1].answer[0].value",
                        "item[3].linkId",
                        "item[4].answer[0].value",
                        "item[5].answer[0].value");
        assertThat(refusals)
                .extracting(refusal -> refusal.rule().key())
                .containsExactly(
                        "outcome-form",
                        "outcome-question",
                        "outcome-answer",
                        "outcome-question",
                        "outcome-answer",
                        "outcome-answer");
        assertThat(refusals.get(2).remedy())
                .isEqualTo("Send one of often-0, often-1, often-2, often-3 as valueCoding.");
    }

    @ParameterizedTest
    @CsvSource({"11", "-1", "7.5"})
    void aNumberIsHeldToItsItem(BigDecimal number) {
        assertThat(refusals(happiness(), "1", new Reply("happiness", Optional.of(new Counted(number)))))
                .singleElement()
                .satisfies(refusal ->
                        assertThat(refusal.remedy()).isEqualTo("Send a whole number, 0 to 10, as valueInteger."));
    }

    @Test
    void questionsThatNobodyHasSwitchedOnAreNotAnswered() {
        assertThat(refusals(form(false), "", chosen(1, 0)))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(OutcomeRule.FORM));
    }

    @Test
    void answersToOneFormDoNotBecomeThoseToAnother() {
        assertThat(FormRules.stays(Optional.of(PHQ9), Optional.of(PHQ9))).isEmpty();
        assertThat(FormRules.stays(Optional.empty(), Optional.empty())).isEmpty();
        assertThat(FormRules.stays(Optional.of(PHQ9), Optional.of(happiness()))).isPresent();
        assertThat(FormRules.stays(Optional.of(PHQ9), Optional.empty())).isPresent();
        assertThat(FormRules.stays(Optional.empty(), Optional.of(PHQ9))).isPresent();
        assertThat(FormRules.computed().rule().key()).isEqualTo("outcome-computed");
    }
}
