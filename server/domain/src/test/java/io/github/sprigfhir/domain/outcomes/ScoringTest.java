package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.outcomes.Score.Scored;
import io.github.sprigfhir.domain.outcomes.Score.Unscored;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers give the score that the instrument's owner would give them, or none. */
class ScoringTest {

    @ParameterizedTest
    @CsvSource({
        "0 0 0 0 0 0 0 0 0, 0, 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 = 0",
        "3 3 3 3 3 3 3 3 3, 27, 3 + 3 + 3 + 3 + 3 + 3 + 3 + 3 + 3 = 27",
        "3 2 1 0 1 2 3 0 1, 13, 3 + 2 + 1 + 0 + 1 + 2 + 3 + 0 + 1 = 13"
    })
    void aSumIsTheSumOfItsItems(String answers, BigDecimal score, String arithmetic) {
        assertThat(Known.phq9().score(Known.answers("phq-9", answers))).isEqualTo(new Scored(score, arithmetic));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 - 3 3 3 3 3 3 3 | 8 of 9 items are answered; 2 is missing, and none may be.",
                "3 - 3 3 - 3 3 3 - | 6 of 9 items are answered; 2, 5 and 9 are missing, and none may be.",
                "4 0 0 0 0 0 0 0 0 | Item 1 is answered 4, and takes a whole number, 0 to 3.",
                "-1 0 0 0 0 0 0 0 0 | Item 1 is answered -1, and takes a whole number, 0 to 3.",
                "0 1.5 0 0 0 0 0 0 9 | Item 2 is answered 1.5, and takes a whole number, 0 to 3. Item 9 is answered 9, and takes a whole number, 0 to 3."
            })
    void whatIsMissingOrCannotBeAnsweredGivesNoScore(String answers, String why) {
        var score = Known.phq9().score(Known.answers("phq-9", answers));
        assertThat(score).isEqualTo(new Unscored(why));
        assertThat(score.points()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 3 4 5 | 14 | 2 + 3 + 4 + 5 = 14",
                "2 3 - 5 | 13 | 2 + 3 + 5 = 10 from 3 of 4 items; with their mean, 3.33, in place of each missing one, 13",
                "5 - 4 - | 18 | 5 + 4 = 9 from 2 of 4 items; with their mean, 4.5, in place of each missing one, 18",
                "1 1 - 2 | 5 | 1 + 1 + 2 = 4 from 3 of 4 items; with their mean, 1.33, in place of each missing one, 5",
                "- - 5 5 | 20 | 5 + 5 = 10 from 2 of 4 items; with their mean, 5, in place of each missing one, 20"
            })
    void theMeanStandsInForWhatMayBeMissing(String answers, BigDecimal score, String arithmetic) {
        assertThat(Known.patient().score(Known.answers("made-up", answers))).isEqualTo(new Scored(score, arithmetic));
    }

    @Test
    void halvesAreRoundedUp() {
        var six = new Scoring.Sum(Known.items("six", 6, 0, 3), 2);
        assertThat(six.score(Known.answers("six", "1 0 0 0 - -")).points()).hasValue(new BigDecimal("2"));
    }

    @Test
    void moreMissingThanMayBeGivesNoScore() {
        assertThat(Known.patient().score(Known.answers("made-up", "- 3 - -")))
                .isEqualTo(new Unscored("1 of 4 items are answered; 1, 3 and 4 are missing, and 2 may be."));
    }

    @Test
    void nothingAnsweredGivesNoScoreWhateverMayBeMissing() {
        var all = new Scoring.Sum(Known.items("all", 2, 0, 3), 2);
        assertThat(all.score(new Answers(Map.of()))).isInstanceOf(Unscored.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 1 1 1 1 1 1 | 7 | 1 + 1 + 1 + 1 + 1 + 1 + 1 = 7; by the table, a raw score of 7 is 7",
                "3 3 3 3 3 3 3 | 19.25 | 3 + 3 + 3 + 3 + 3 + 3 + 3 = 21; by the table, a raw score of 21 is 19.25",
                "5 5 5 5 5 5 5 | 35 | 5 + 5 + 5 + 5 + 5 + 5 + 5 = 35; by the table, a raw score of 35 is 35"
            })
    void aTableTurnsARawScoreIntoAMetricOne(String answers, BigDecimal score, String arithmetic) {
        assertThat(Known.swemwbs().score(Known.answers("swemwbs", answers))).isEqualTo(new Scored(score, arithmetic));
    }

    @Test
    void aTableHelpsNobodyWhoLeftAnItemOut() {
        assertThat(Known.swemwbs().score(Known.answers("swemwbs", "3 3 3 3 3 3 -")))
                .isEqualTo(new Unscored("6 of 7 items are answered; 7 is missing, and none may be."));
    }

    @Test
    void aTableWithoutTheRowGivesNoScore() {
        var rows = new TreeMap<>(Map.of(2, BigDecimal.TEN));
        var table = new Scoring.Table(Known.items("table", 2, 1, 5), rows);
        rows.put(3, BigDecimal.ONE);
        assertThat(table.score(Known.answers("table", "1 2")))
                .isEqualTo(new Unscored("The table has no row for a raw score of 3."));
        assertThat(table.score(Known.answers("table", "1 1")).points()).hasValue(BigDecimal.TEN);
    }

    @Test
    void theAnswerToTheOneItemIsTheScore() {
        var answers = new Answers(Map.of(Known.code("happiness"), new BigDecimal("7")));
        assertThat(Known.happiness().score(answers)).isEqualTo(new Scored(new BigDecimal("7"), "7"));
        assertThat(Known.happiness().score(new Answers(Map.of())))
                .isEqualTo(new Unscored("0 of 1 items are answered; 1 is missing, and none may be."));
    }

    @Test
    void whatItsOwnerScoresIsNotScoredHere() {
        assertThat(Known.index().score(Known.answers("index", "1 2 3 4 5")))
                .isEqualTo(new Unscored("How this is scored is its owner's own: the score comes from them."));
    }

    @Test
    void anItemIsKnownByAnyOfItsCodes() {
        var item = new Item(List.of(Known.code("a"), new Coded(Known.LOINC, "44250-9")), 0, 3);
        var sum = new Scoring.Sum(List.of(item), 0);
        var answers = new Answers(Map.of(new Coded(Known.LOINC, "44250-9"), new BigDecimal("2.0")));
        assertThat(sum.score(answers)).isEqualTo(new Scored(new BigDecimal("2.0"), "2"));
    }
}
