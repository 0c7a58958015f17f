package io.github.sprigfhir.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The laws of counting working days. */
class WorkingDaysProperties {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Property
    void aBankHolidayNeverBringsTheDayForward(
            @ForAll @IntRange(max = 1000) int from,
            @ForAll @IntRange(min = 1, max = 30) int count,
            @ForAll @IntRange(max = 40) int holiday) {
        LocalDate day = START.plusDays(from);
        LocalDate off = day.plusDays(holiday);
        LocalDate without = new WorkingDays(date -> false).after(day, count);
        LocalDate with = new WorkingDays(off::equals).after(day, count);

        assertThat(with).isAfterOrEqualTo(without).isNotEqualTo(off);
        assertThat(with.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Property
    void countingOnIsTheSameAsCountingAtOnce(
            @ForAll @IntRange(max = 1000) int from,
            @ForAll @IntRange(max = 20) int first,
            @ForAll @IntRange(max = 20) int second) {
        var days = new WorkingDays(date -> date.getDayOfMonth() == 25);
        LocalDate day = START.plusDays(from);

        assertThat(days.after(days.after(day, first), second)).isEqualTo(days.after(day, first + second));
    }

    @Property
    void betweenIsTheOppositeOfAfter(@ForAll @IntRange(max = 1000) int from, @ForAll @IntRange(max = 40) int count) {
        var days = new WorkingDays(date -> date.getDayOfMonth() == 25);
        LocalDate day = START.plusDays(from);

        assertThat(days.between(day, days.after(day, count))).isEqualTo(count);
        assertThat(days.between(day.plusDays(count), day)).isZero();
    }
}
