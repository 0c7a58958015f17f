package io.github.sprigfhir.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.ReportingPeriods.Verdict.Agreed;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** No two periods overlap, so no report can be taken from another. */
class ReportingPeriodsProperties {

    private static final LocalDate BEGIN = LocalDate.of(2019, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Property
    void everyDayIsInOnePeriodAndNoTwoOverlap(
            @ForAll @IntRange(max = 2000) int one,
            @ForAll @IntRange(max = 2000) int other,
            @ForAll @IntRange(min = 1, max = 12) int months) {
        Assume.that(12 % months == 0);
        var first = periodOf(BEGIN.plusDays(one), months);
        var second = periodOf(BEGIN.plusDays(other), months);

        assertThat(first.equals(second)
                        || first.last().isBefore(second.first())
                        || second.last().isBefore(first.first()))
                .isTrue();
    }

    /** The only one that is agreed to among all that begin before the day and end after it. */
    private static Agreed periodOf(LocalDate day, int months) {
        var periods = new ReportingPeriods(months, 0);
        return day.minusYears(1)
                .datesUntil(day.plusDays(1))
                .filter(first -> first.getDayOfMonth() == 1)
                .map(first -> periods.decide(
                        Optional.of(first.toString()),
                        Optional.of(first.plusMonths(months).minusDays(1).toString()),
                        TODAY))
                .filter(Agreed.class::isInstance)
                .map(Agreed.class::cast)
                .filter(period -> !period.last().isBefore(day))
                .reduce((one, two) -> {
                    throw new AssertionError(one + " and " + two);
                })
                .orElseThrow();
    }
}
