package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.outcomes.OutcomeDecision.Accepted;
import io.github.sprigfhir.domain.outcomes.OutcomeDecision.Refused;
import io.github.sprigfhir.domain.outcomes.Submitted.Amount;
import io.github.sprigfhir.domain.outcomes.Submitted.SentItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A score that was sent is what its instrument can give, and what its own items give. */
class MeasureRulesTest {

    private static final String PHQ = "3 2 1 0 1 2 3 0 1";

    private static Submitted sent(String instrument, String code, @Nullable String value, List<SentItem> items) {
        return new Submitted(
                List.of(Known.code(instrument)),
                "1",
                List.of(Known.code(code)),
                Optional.ofNullable(value).map(number -> new Amount(new BigDecimal(number), Known.POINTS)),
                items,
                List.of());
    }

    private static List<SentItem> items(String stem, String answers) {
        var sent = new ArrayList<SentItem>();
        var words = answers.split(" ", -1);
        for (int at = 0; at < words.length; at++) {
            var number = words[at].equals("-") ? Optional.<BigDecimal>empty() : Optional.of(new BigDecimal(words[at]));
            sent.add(new SentItem(List.of(Known.code(stem + "-" + (at + 1))), number, false));
        }
        return sent;
    }

    private static OutcomeDecision decide(Submitted sent) {
        return MeasureRules.decide(sent, Known.instruments());
    }

    private static OutcomeRefusal refusal(Submitted sent) {
        var decision = decide(sent);
        assertThat(decision).isInstanceOf(Refused.class);
        assertThat(((Refused) decision).refusals()).hasSize(1);
        return ((Refused) decision).refusals().get(0);
    }

    @Test
    void aScoreThatItsItemsGiveIsTaken() {
        assertThat(decide(sent("phq-9", "phq-9", "13", items("phq-9", PHQ))))
                .isEqualTo(new Accepted(Known.instruments().all().get(0), Known.phq9()));
        assertThat(decide(sent("phq-9", "phq-9", "13.0", items("phq-9", PHQ)))).isInstanceOf(Accepted.class);
        assertThat(decide(sent("swemwbs", "swemwbs-metric", "19.25", items("swemwbs", "3 3 3 3 3 3 3"))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void aScoreWithoutItemsIsTakenAsFarAsItIsPossible() {
        assertThat(decide(sent("phq-9", "phq-9", "13", List.of()))).isInstanceOf(Accepted.class);
        assertThat(decide(sent("swemwbs", "swemwbs-metric", "21.54", List.of())))
                .isInstanceOf(Accepted.class);
        assertThat(decide(sent("pam", "activation", "47.1", List.of()))).isInstanceOf(Accepted.class);
    }

    @Test
    void anAbsentScoreIsTakenWhereTheItemsGiveNone() {
        assertThat(decide(sent("phq-9", "phq-9", null, items("phq-9", "3 - - - - - - - -"))))
                .isInstanceOf(Accepted.class);
        assertThat(decide(sent("phq-9", "phq-9", null, List.of()))).isInstanceOf(Accepted.class);
    }

    @Test
    void anAbsentScoreIsRefusedWhereTheItemsGiveOne() {
        assertThat(refusal(sent("phq-9", "phq-9", null, items("phq-9", PHQ))))
                .isEqualTo(new OutcomeRefusal(
                        OutcomeRule.TOTAL,
                        "dataAbsentReason",
                        "The items give 13, and no score was sent: 3 + 2 + 1 + 0 + 1 + 2 + 3 + 0 + 1 = 13.",
                        "Send the score that the items give; or correct the item that is wrong."));
    }

    @Test
    void aScoreAtOddsWithItsItemsIsRefusedWithTheArithmetic() {
        var refusal = refusal(sent("phq-9", "phq-9", "14", items("phq-9", PHQ)));
        assertThat(refusal.rule()).isEqualTo(OutcomeRule.TOTAL);
        assertThat(refusal.element()).isEqualTo("value.value");
        assertThat(refusal.text())
                .isEqualTo("The items give 13, and 14 was sent: 3 + 2 + 1 + 0 + 1 + 2 + 3 + 0 + 1 = 13.");
        assertThat(refusal(sent("swemwbs", "swemwbs-metric", "19.98", items("swemwbs", "3 3 3 3 3 3 3")))
                        .text())
                .isEqualTo("The items give 19.25, and 19.98 was sent: 3 + 3 + 3 + 3 + 3 + 3 + 3 = 21;"
                        + " by the table, a raw score of 21 is 19.25.");
    }

    @Test
    void aScoreOverMissingItemsIsRefused() {
        var refusal = refusal(sent("phq-9", "phq-9", "3", items("phq-9", "3 - - - - - - - -")));
        assertThat(refusal.rule()).isEqualTo(OutcomeRule.TOTAL);
        assertThat(refusal.text())
                .isEqualTo("The items give no score. 1 of 9 items are answered;"
                        + " 2, 3, 4, 5, 6, 7, 8 and 9 are missing, and none may be.");
    }

    @Test
    void whatItsOwnerScoresIsNotComparedWithItsItems() {
        var sent = new Submitted(
                List.of(Known.code("index")),
                "1",
                List.of(Known.code("index")),
                Optional.of(new Amount(new BigDecimal("0.735"), "1")),
                items("index", "1 2 3 4 5"),
                List.of());
        assertThat(decide(sent)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phq-9 | phq-9 | 28 | PHQ-9 goes from 0 to 27, and 28 was sent.",
                "phq-9 | phq-9 | -1 | PHQ-9 goes from 0 to 27, and -1 was sent.",
                "swemwbs | swemwbs-metric | 6.99 | SWEMWBS, metric goes from 7 to 35, and 6.99 was sent.",
                "pam | activation | 100.1 | Activation goes from 0 to 100, and 100.1 was sent."
            })
    void aScoreOutOfRangeIsRefused(String instrument, String code, String value, String text) {
        var refusal = refusal(sent(instrument, code, value, List.of()));
        assertThat(refusal.rule()).isEqualTo(OutcomeRule.RANGE);
        assertThat(refusal.element()).isEqualTo("value.value");
        assertThat(refusal.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phq-9 | phq-9 | 12.5 | PHQ-9 goes from 0 to 27 in steps of 1, and 12.5 lies between two of them.",
                "pam | activation | 47.05 | Activation goes from 0 to 100 in steps of 0.1, and 47.05 lies between two of them.",
                "swemwbs | swemwbs-metric | 21 | The table leads to no score of 21. It may be a raw score: by the table, a raw score of 21 is 19.25.",
                "swemwbs | swemwbs-metric | 21.5 | The table leads to no score of 21.5."
            })
    void aScoreBetweenTwoPossibleOnesIsRefused(String instrument, String code, String value, String text) {
        var refusal = refusal(sent(instrument, code, value, List.of()));
        assertThat(refusal.rule()).isEqualTo(OutcomeRule.STEP);
        assertThat(refusal.text()).isEqualTo(text);
    }

    @Test
    void anotherUnitIsRefused() {
        var percent = new Submitted(
                List.of(Known.code("phq-9")),
                "1",
                List.of(Known.code("phq-9")),
                Optional.of(new Amount(BigDecimal.TEN, "%")),
                List.of(),
                List.of());
        assertThat(refusal(percent))
                .isEqualTo(new OutcomeRefusal(
                        OutcomeRule.UNIT,
                        "value.code",
                        "PHQ-9 is given in {score}, and another unit was sent.",
                        "Send {score} as the code of the unit."));
        var none = new Submitted(
                percent.instrument(),
                "1",
                percent.codes(),
                Optional.of(new Amount(BigDecimal.TEN, "")),
                List.of(),
                List.of());
        assertThat(refusal(none).text()).isEqualTo("PHQ-9 is given in {score}, and no unit was sent.");
    }

    @Test
    void anInstrumentThatNobodyKnowsIsRefused() {
        assertThat(refusal(sent("horoscope", "phq-9", "1", List.of())).rule()).isEqualTo(OutcomeRule.INSTRUMENT);
        assertThat(refusal(sent("horoscope", "phq-9", "1", List.of())).element())
                .isEqualTo("method");
    }

    @Test
    void aVersionThatNobodyKnowsIsRefused() {
        var sent = sent("phq-9", "phq-9", "1", List.of());
        var third = new Submitted(sent.instrument(), "3", sent.codes(), sent.amount(), List.of(), List.of());
        assertThat(refusal(third).rule()).isEqualTo(OutcomeRule.VERSION);
        assertThat(refusal(third).text()).isEqualTo("PHQ-9 is known here in version 1 and 2, and version 3 was sent.");
        var none = new Submitted(sent.instrument(), "", sent.codes(), sent.amount(), List.of(), List.of());
        assertThat(refusal(none).text()).isEqualTo("PHQ-9 is known here in version 1 and 2, and none was sent.");
    }

    @Test
    void anInstrumentAndACodeAtOddsAreRefused() {
        assertThat(refusal(sent("swemwbs", "phq-9", "20", List.of())))
                .isEqualTo(new OutcomeRefusal(
                        OutcomeRule.CODE,
                        "code",
                        "The method is SWEMWBS, and the code does not say which one of its scores this is.",
                        "Send the code of one of them: SWEMWBS, raw (swemwbs-raw), SWEMWBS, metric (swemwbs-metric);"
                                + " or the instrument that was used as method."));
    }

    @Test
    void codesOfTwoScoresAreRefused() {
        var both = new Submitted(
                List.of(Known.code("swemwbs")),
                "1",
                List.of(Known.code("swemwbs-raw"), Known.code("swemwbs-metric")),
                Optional.of(new Amount(BigDecimal.TEN, Known.POINTS)),
                List.of(),
                List.of());
        assertThat(refusal(both).rule()).isEqualTo(OutcomeRule.CODE);
    }

    @Test
    void methodsOfTwoInstrumentsAreRefused() {
        var both = new Submitted(
                List.of(Known.code("swemwbs"), Known.code("pam")),
                "1",
                List.of(Known.code("activation")),
                Optional.of(new Amount(BigDecimal.TEN, Known.POINTS)),
                List.of(),
                List.of());
        assertThat(refusal(both).rule()).isEqualTo(OutcomeRule.VERSION);
    }

    @Test
    void anItemOfSomethingElseIsRefused() {
        var items = new ArrayList<>(items("phq-9", PHQ));
        items.add(new SentItem(List.of(Known.code("phq-9-10")), Optional.of(BigDecimal.ONE), false));
        var refusal = refusal(sent("phq-9", "phq-9", "13", items));
        assertThat(refusal.rule()).isEqualTo(OutcomeRule.ITEM);
        assertThat(refusal.element()).isEqualTo("component[9].code");
        assertThat(refusal.text()).isEqualTo("This is not an item of PHQ-9.");
    }

    @Test
    void anItemThatComesTwiceIsRefused() {
        var items = new ArrayList<>(items("phq-9", PHQ));
        items.add(items.get(3));
        var refusal = refusal(sent("phq-9", "phq-9", "13", items));
        assertThat(refusal.element()).isEqualTo("component[9].code");
        assertThat(refusal.text()).isEqualTo("This item has been answered before in the same outcome.");
    }

    @ParameterizedTest
    @CsvSource({"4", "-1", "1.5"})
    void anAnswerThatNobodyCanGiveIsRefused(String answer) {
        var refusal = refusal(sent("phq-9", "phq-9", "13", items("phq-9", "3 2 1 0 1 2 3 0 " + answer)));
        assertThat(refusal.rule()).isEqualTo(OutcomeRule.ITEM);
        assertThat(refusal.element()).isEqualTo("component[8].value");
        assertThat(refusal.text()).isEqualTo("The answer is a whole number, 0 to 3, and " + answer + " was sent.");
    }

    @Test
    void theWordsOfALicensedInstrumentAreRefused() {
        var items = new ArrayList<>(items("swemwbs", "3 3 3 3 3 3 3"));
        items.set(2, new SentItem(items.get(2).codes(), items.get(2).answer(), true));
        var refusal = refusal(sent("swemwbs", "swemwbs-metric", "19.25", items));
        assertThat(refusal)
                .isEqualTo(new OutcomeRefusal(
                        OutcomeRule.LICENSED_TEXT,
                        "component[2]",
                        "The words of SWEMWBS belong to their owner and may not be kept here: an item stands here in words.",
                        "Send the item's code without text and display, and its answer as a number."));
        items.replaceAll(item -> new SentItem(item.codes(), item.answer(), false));
        assertThat(decide(sent("swemwbs", "swemwbs-metric", "19.25", items))).isInstanceOf(Accepted.class);
    }

    @Test
    void theWordsOfAFreeInstrumentAreTaken() {
        var items = items("phq-9", PHQ).stream()
                .map(item -> new SentItem(item.codes(), item.answer(), true))
                .toList();
        assertThat(decide(sent("phq-9", "phq-9", "13", items))).isInstanceOf(Accepted.class);
    }

    @Test
    void aBandThatTheScoreIsNotInIsRefused() {
        var sent = sent("phq-9", "phq-9", "13", List.of());
        var right = new Submitted(sent.instrument(), "1", sent.codes(), sent.amount(), List.of(), List.of("10 to 14"));
        assertThat(decide(right)).isInstanceOf(Accepted.class);
        var wrong = new Submitted(
                sent.instrument(), "1", sent.codes(), sent.amount(), List.of(), List.of("10 to 14", "5 to 9"));
        assertThat(refusal(wrong))
                .isEqualTo(new OutcomeRefusal(
                        OutcomeRule.BAND,
                        "interpretation[1]",
                        "A score of 13 is in the band \"10 to 14\".",
                        "Send that band, or none."));
        var absent =
                new Submitted(sent.instrument(), "1", sent.codes(), Optional.empty(), List.of(), List.of("5 to 9"));
        assertThat(refusal(absent).text()).isEqualTo("An absent score is in no band that is known here.");
    }

    @Test
    void everythingThatIsWrongIsTold() {
        var sent = new Submitted(
                List.of(Known.code("swemwbs")),
                "1",
                List.of(Known.code("swemwbs-metric")),
                Optional.of(new Amount(BigDecimal.valueOf(99), "%")),
                List.of(new SentItem(List.of(), Optional.empty(), true)),
                List.of("happy"));
        assertThat(decide(sent)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals())
                .extracting(OutcomeRefusal::rule)
                .containsExactly(
                        OutcomeRule.RANGE,
                        OutcomeRule.UNIT,
                        OutcomeRule.ITEM,
                        OutcomeRule.LICENSED_TEXT,
                        OutcomeRule.BAND));
    }

    @Test
    void aRangeIsTheWordsOfItsEnds() {
        var open = new Scale(Optional.empty(), Optional.of(BigDecimal.ONE), Optional.of(new BigDecimal("0.5")), "1");
        assertThat(open.range()).isEqualTo("to 1");
        assertThat(open.holds(new BigDecimal("-70"))).isTrue();
        assertThat(open.holds(new BigDecimal("1.1"))).isFalse();
        assertThat(open.isOnStep(new BigDecimal("-1.5"))).isTrue();
        assertThat(open.isOnStep(new BigDecimal("0.3"))).isFalse();
    }
}
