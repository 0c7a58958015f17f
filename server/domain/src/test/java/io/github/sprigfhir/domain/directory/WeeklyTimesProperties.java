package io.github.sprigfhir.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sprigfhir.domain.directory.WeeklyTimes.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The laws of weekly opening, across the nights on which the clock changes. */
class WeeklyTimesProperties {

    private static final LocalDate CLOCK_GOES_FORWARD = LocalDate.of(2026, 3, 29);
    private static final LocalDate CLOCK_GOES_BACK = LocalDate.of(2026, 10, 25);
    private static final LocalDate ORDINARY_SUNDAY = LocalDate.of(2026, 6, 14);

    private static WeeklyTimes sunday(String opens, String closes) {
        return new WeeklyTimes(List.of(Session.of(DayOfWeek.SUNDAY, LocalTime.parse(opens), LocalTime.parse(closes))));
    }

    private static long minutesOpen(WeeklyTimes times, LocalDate day) {
        var midnight = day.atStartOfDay(WeeklyTimes.CLOCK).toInstant();
        var next = day.plusDays(1).atStartOfDay(WeeklyTimes.CLOCK).toInstant();
        return java.util.stream.Stream.iterate(midnight, at -> at.isBefore(next), at -> at.plusSeconds(60))
                .filter(times::isOpenAt)
                .count();
    }

    @Property(tries = 50)
    void onlyWhatIsOpenInTheChangedHourLastsLongerOrShorter(
            @ForAll @IntRange(max = 1430) int from, @ForAll @IntRange(min = 1, max = 600) int asked) {
        var minutes = Math.min(asked, 1440 - from);
        var times = new WeeklyTimes(List.of(new Session(6 * 1440 + from, minutes)));
        var inTheHour = IntStream.range(from, from + minutes)
                .filter(minute -> minute >= 60 && minute < 120)
                .count();

        assertThat(minutesOpen(times, ORDINARY_SUNDAY)).isEqualTo(minutes);
        assertThat(minutesOpen(times, CLOCK_GOES_FORWARD)).isEqualTo(minutes - inTheHour);
        assertThat(minutesOpen(times, CLOCK_GOES_BACK)).isEqualTo(minutes + inTheHour);
    }

    @Property
    void itIsOpenFromOpeningUntilJustBeforeClosing(
            @ForAll @IntRange(max = 10_079) int from, @ForAll @IntRange(min = 1, max = 1440) int minutes) {
        var times = new WeeklyTimes(List.of(new Session(from, minutes)));

        assertThat(isOpen(times, from)).isTrue();
        assertThat(isOpen(times, from + minutes - 1)).isTrue();
        assertThat(isOpen(times, from + minutes)).isFalse();
        assertThat(isOpen(times, from - 1)).isFalse();
    }

    private static boolean isOpen(WeeklyTimes times, int minute) {
        var ofWeek = Math.floorMod(minute, WeeklyTimes.MINUTES_OF_WEEK);
        return times.isOpenAt(DayOfWeek.of(ofWeek / 1440 + 1), LocalTime.MIDNIGHT.plusMinutes(ofWeek % 1440));
    }

    @Property
    void aDayIsOpenIfAnyOfItsMinutesIs(
            @ForAll @IntRange(max = 10_079) int from, @ForAll @IntRange(min = 1, max = 1440) int minutes) {
        var times = new WeeklyTimes(List.of(new Session(from, minutes)));

        for (var day : DayOfWeek.values()) {
            var first = WeeklyTimes.minuteOfWeek(day, LocalTime.MIDNIGHT);
            assertThat(times.isOpenOn(day))
                    .isEqualTo(IntStream.range(first, first + 1440).anyMatch(minute -> isOpen(times, minute)));
        }
    }

    @Example
    void aTimeThatTheClockSkipsIsTakenForAnHourLater() {
        assertThat(sunday("02:00", "03:00").isOpenAt(CLOCK_GOES_FORWARD, LocalTime.of(1, 30)))
                .isTrue();
        assertThat(sunday("01:00", "02:00").isOpenAt(CLOCK_GOES_FORWARD, LocalTime.of(1, 30)))
                .isFalse();
        assertThat(sunday("01:00", "02:00").isOpenAt(CLOCK_GOES_BACK, LocalTime.of(1, 30)))
                .isTrue();
    }

    @Example
    void whatClosesBeforeItOpensClosesTheNextDay() {
        var night = sunday("22:00", "02:00");

        assertThat(night.isOpenAt(DayOfWeek.SUNDAY, LocalTime.of(23, 0))).isTrue();
        assertThat(night.isOpenAt(DayOfWeek.MONDAY, LocalTime.of(1, 59))).isTrue();
        assertThat(night.isOpenAt(DayOfWeek.MONDAY, LocalTime.of(2, 0))).isFalse();
        assertThat(night.isOpenOn(DayOfWeek.MONDAY)).isTrue();
        assertThat(Session.allDay(DayOfWeek.MONDAY)).isEqualTo(new Session(0, 1440));
    }

    @Example
    void sessionsAreWithinTheWeek() {
        for (var wrong : List.of(new int[] {-1, 1}, new int[] {10_080, 1}, new int[] {0, 0}, new int[] {0, 1441})) {
            assertThatThrownBy(() -> new Session(wrong[0], wrong[1])).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Session(10_079, 1440).minutes()).isEqualTo(1440);
    }
}
