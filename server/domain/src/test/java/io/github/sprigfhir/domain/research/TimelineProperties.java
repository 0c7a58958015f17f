package io.github.sprigfhir.domain.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of days that are shown. */
class TimelineProperties {

    @Property
    void intervalsInDaysStayTrue(@ForAll("days") List<LocalDate> days) {
        var shown = Timeline.of(Days.SINCE_FIRST, days).shown(Precision.DAY);
        var sorted = days.stream().sorted().toList();

        for (int at = 0; at < sorted.size(); at++) {
            assertThat(ChronoUnit.DAYS.between(shown.get(0), shown.get(at)))
                    .isEqualTo(ChronoUnit.DAYS.between(sorted.get(0), sorted.get(at)));
        }
        assertThat(shown.get(0)).isEqualTo(sorted.get(0).withDayOfYear(1));
    }

    /** Whoever knows the intervals, and nothing else, cannot tell on which day of its year a record begins. */
    @Property
    void aRecordMovedWithinItsYearLooksTheSame(@ForAll("days") List<LocalDate> days, @ForAll Precision precision) {
        var first = days.stream().sorted().toList().get(0);
        var moved = days.stream()
                .map(day -> day.minusDays(first.getDayOfYear() - 1L))
                .toList();

        assertThat(Timeline.of(Days.SINCE_FIRST, moved).shown(precision))
                .isEqualTo(Timeline.of(Days.SINCE_FIRST, days).shown(precision));
    }

    @Property
    void aWeekIsAMondayAtMostSixDaysBefore(@ForAll("days") List<LocalDate> days) {
        var timeline = Timeline.of(Days.WEEKS, days);

        assertThat(days).allSatisfy(day -> {
            var shown = LocalDate.parse(timeline.show(day, Precision.WEEK).orElseThrow());
            assertThat(shown.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(ChronoUnit.DAYS.between(shown, day)).isBetween(0L, 6L);
        });
    }

    @Property
    void whatIsCountedIsWhatIsShown(
            @ForAll("days") List<LocalDate> days, @ForAll Days policy, @ForAll Precision precision) {
        var timeline = Timeline.of(policy, days);
        var sorted = days.stream().sorted().toList();
        var counted = timeline.shown(precision);

        for (int one = 0; one < sorted.size(); one++) {
            for (int other = 0; other < sorted.size(); other++) {
                assertThat(timeline.show(sorted.get(one), precision)
                                .equals(timeline.show(sorted.get(other), precision)))
                        .isEqualTo(counted.get(one).equals(counted.get(other)));
            }
        }
        assertThat(counted).isSorted();
    }

    @Provide
    Arbitrary<List<LocalDate>> days() {
        return Arbitraries.integers()
                .between(-2000, 2000)
                .map(day -> LocalDate.of(2026, 1, 1).plusDays(day))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
