package io.github.sprigfhir.domain.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, WEEK, 2026-03-02",
        "2026-03-08, WEEK, 2026-03-02",
        "2026-03-09, WEEK, 2026-03-09",
        "1969-12-30, WEEK, 1969-12-29",
        "2026-01-01, WEEK, 2025-12-29",
        "2026-03-08, DAY, 2026-03-02",
        "2026-03-08, MONTH, 2026-03",
        "2026-12-31, YEAR, 2026",
        "0987-12-31, YEAR, 0987",
        "2026-03-08, NONE,"
    })
    void weeksAreShownByTheirMonday(String day, Precision precision, @Nullable String shown) {
        assertThat(show(Days.WEEKS, day, precision, "2025-07-14", day).orElse(null))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, DAY, 2026-01-01",
        "2026-03-11, DAY, 2026-01-02",
        "2026-04-10, DAY, 2026-02-01",
        "2026-03-16, WEEK, 2026-01-01",
        "2026-03-17, WEEK, 2026-01-08",
        "2026-12-30, DAY, 2026-10-23",
        "2027-03-10, DAY, 2027-01-01",
        "2027-03-10, WEEK, 2026-12-31",
        "2027-03-10, MONTH, 2027-01",
        "2027-03-09, YEAR, 2026",
        "2027-03-10, YEAR, 2027",
        "2027-03-10, NONE,"
    })
    void daysSinceTheFirstAreCountedFromNewYear(String day, Precision precision, @Nullable String shown) {
        assertThat(show(Days.SINCE_FIRST, day, precision, day, "2026-03-10").orElse(null))
                .isEqualTo(shown);
    }

    @Test
    void whoBeginsOnNewYearIsNotMoved() {
        assertThat(show(Days.SINCE_FIRST, "2024-02-29", Precision.DAY, "2024-01-01", "2024-02-29"))
                .contains("2024-02-29");
    }

    @Test
    void aDayThatWasNotCountedIsNotShown() {
        assertThat(show(Days.WEEKS, "2026-03-09", Precision.YEAR, "2026-03-08", "2026-03-10"))
                .isEmpty();
        assertThat(show(Days.SINCE_FIRST, "2026-03-09", Precision.DAY)).isEmpty();
    }

    @Test
    void allAreThereInTheirOrderEvenWhereNoneIsShown() {
        var timeline = timeline(Days.WEEKS, "2026-03-12", "2026-03-02", "2026-03-03");
        var monday = LocalDate.parse("2026-03-02");

        assertThat(timeline.shown(Precision.WEEK)).containsExactly(monday, monday, monday.plusWeeks(1));
        assertThat(timeline.shown(Precision.NONE)).hasSize(3).containsOnly(LocalDate.EPOCH);
    }

    private static Optional<String> show(Days policy, String day, Precision precision, String... all) {
        return timeline(policy, all).show(LocalDate.parse(day), precision);
    }

    private static Timeline timeline(Days policy, String... all) {
        List<LocalDate> days = Stream.of(all).map(LocalDate::parse).toList();
        return Timeline.of(policy, days);
    }
}
