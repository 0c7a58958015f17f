package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever reads what became of them is told what is known, in words, and no more. */
class CourseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15 | 8 | Your PHQ-9 went from 15 to 8 between 3 March and 9 June 2026. Lower is better. A fall of 6 or more is unlikely to be chance; this is such an improvement.
            8 | 15 | Your PHQ-9 went from 8 to 15 between 3 March and 9 June 2026. Lower is better. A rise of 6 or more is unlikely to be chance; this is such a deterioration.
            15 | 9 | Your PHQ-9 went from 15 to 9 between 3 March and 9 June 2026. Lower is better. A fall of 6 or more is unlikely to be chance; this is such an improvement.
            15 | 10 | Your PHQ-9 went from 15 to 10 between 3 March and 9 June 2026. Lower is better. A fall of less than 6, as this one is, may be chance.
            10 | 15 | Your PHQ-9 went from 10 to 15 between 3 March and 9 June 2026. Lower is better. A rise of less than 6, as this one is, may be chance.
            12 | 12 | Your PHQ-9 was 12 both times, on 3 March 2026 and on 9 June 2026. Lower is better. It has not changed.
            """)
    void aChangeIsHeldAgainstTheThreshold(BigDecimal first, BigDecimal last, String sentence) {
        assertThat(course(Known.phq9(), first, last).sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 | 6 | Your Happiness went from 4 to 6 between 3 March and 9 June 2026. Higher is better. That is better. It is not known how large a change of this score must be to be more than chance.
            6 | 4 | Your Happiness went from 6 to 4 between 3 March and 9 June 2026. Higher is better. That is worse. It is not known how large a change of this score must be to be more than chance.
            6 | 6.0 | Your Happiness was 6 both times, on 3 March 2026 and on 9 June 2026. Higher is better. It has not changed.
            """)
    void whereNoThresholdIsKnownThatIsSaid(BigDecimal first, BigDecimal last, String sentence) {
        assertThat(course(Known.happiness(), first, last).sentence()).isEqualTo(sentence);
    }

    @Test
    void aDecimalScoreIsWrittenAsItIs() {
        assertThat(course(Known.swemwbs(), new BigDecimal("16.360"), new BigDecimal("19.36"))
                        .sentence())
                .startsWith("Your SWEMWBS, metric went from 16.36 to 19.36 ")
                .endsWith("A rise of 3 or more is unlikely to be chance; this is such an improvement.");
    }

    @Test
    void ofOneScoreNoChangeIsTold() {
        var course = new Course(Known.phq9(), List.of(assessment("a", "2026-03-03T10:00:00Z", Taken.Grain.DAY, 15)));

        assertThat(course.last()).isEmpty();
        assertThat(course.change()).isEmpty();
        assertThat(course.sentence())
                .isEqualTo(
                        "Your PHQ-9 was 15 on 3 March 2026. There is no later score yet, so nothing can be said of a change. Lower is better.");
    }

    @Test
    void theFirstAndTheLastAreThoseInTimeHoweverManyLieBetween() {
        var course = new Course(
                Known.phq9(),
                List.of(
                        assessment("b", "2026-06-09T10:00:00Z", Taken.Grain.DAY, 8),
                        assessment("c", "2026-04-09T10:00:00Z", Taken.Grain.DAY, 20),
                        assessment("a", "2026-03-03T10:00:00Z", Taken.Grain.DAY, 15)));

        assertThat(course.first().id()).isEqualTo("a");
        assertThat(course.last().map(Assessment::id)).contains("b");
        assertThat(course.change().map(Change::kind)).isEqualTo(Optional.of(Change.Kind.RELIABLY_BETTER));
    }

    @Test
    void thereIsNoCourseOfNothing() {
        assertThatThrownBy(() -> new Course(Known.phq9(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T10:00:00Z, DAY, 2026-06-09T10:00:00Z, DAY, between 3 March and 9 June 2026",
        "2025-11-30T10:00:00Z, DAY, 2026-01-09T10:00:00Z, DAY, between 30 November 2025 and 9 January 2026",
        "2026-03-03T10:00:00Z, DAY, 2026-03-03T16:00:00Z, DAY, on 3 March 2026",
        "2026-06-30T23:30:00Z, DAY, 2026-07-02T10:00:00Z, DAY, between 1 July and 2 July 2026",
        "2026-03-01T00:00:00Z, MONTH, 2026-06-09T10:00:00Z, DAY, between March and 9 June 2026",
        "2026-03-01T00:00:00Z, MONTH, 2026-03-01T00:00:00Z, MONTH, in March 2026",
        "2026-01-01T00:00:00Z, YEAR, 2026-06-09T10:00:00Z, DAY, between 2026 and 9 June 2026",
        "2025-01-01T00:00:00Z, YEAR, 2026-01-01T00:00:00Z, YEAR, between 2025 and 2026"
    })
    void aTimeIsToldAsFinelyAsItIsKnown(
            Instant first, Taken.Grain firstGrain, Instant last, Taken.Grain lastGrain, String words) {
        assertThat(Taken.between(new Taken(first, firstGrain), new Taken(last, lastGrain)))
                .isEqualTo(words);
    }

    private static Course course(Measure measure, BigDecimal first, BigDecimal last) {
        return new Course(
                measure,
                List.of(
                        new Assessment("a", new Taken(Instant.parse("2026-03-03T10:00:00Z"), Taken.Grain.DAY), first),
                        new Assessment("b", new Taken(Instant.parse("2026-06-09T10:00:00Z"), Taken.Grain.DAY), last)));
    }

    private static Assessment assessment(String id, String at, Taken.Grain grain, int value) {
        return new Assessment(id, new Taken(Instant.parse(at), grain), BigDecimal.valueOf(value));
    }
}
