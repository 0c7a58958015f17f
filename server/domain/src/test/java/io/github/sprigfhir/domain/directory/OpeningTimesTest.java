package io.github.sprigfhir.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.directory.OpeningTimes.Closure;
import io.github.sprigfhir.domain.directory.WeeklyTimes.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningTimesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 3);
    private static final Schedule.Calendar EVERY_TUESDAY = (start, rule, first, last) -> Set.of(TUESDAY);
    private static final OpeningTimes WALK =
            weekly(Session.of(DayOfWeek.TUESDAY, LocalTime.of(10, 0), LocalTime.of(11, 30)));

    private static OpeningTimes weekly(Session... sessions) {
        return new OpeningTimes(new WeeklyTimes(List.of(sessions)), List.of(), List.of());
    }

    private static TimeWish on(LocalDate date, String... time) {
        return new TimeWish(
                Optional.of(date),
                Set.of(),
                Optional.of(time).filter(some -> some.length > 0).map(some -> LocalTime.parse(some[0])));
    }

    private static TimeWish weekly(Set<DayOfWeek> days, String... time) {
        return new TimeWish(
                Optional.empty(),
                days,
                Optional.of(time).filter(some -> some.length > 0).map(some -> LocalTime.parse(some[0])));
    }

    private static boolean meets(OpeningTimes times, TimeWish wish) {
        return times.meet(wish, TODAY, EVERY_TUESDAY);
    }

    private static OpeningTimes scheduled(Optional<String> rule, Optional<LocalDate> from, Optional<LocalDate> until) {
        return scheduled(rule, from, until, Optional.of(LocalTime.of(18, 0)), Optional.of(LocalTime.of(20, 0)));
    }

    private static OpeningTimes scheduled(
            Optional<String> rule,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<LocalTime> opens,
            Optional<LocalTime> closes) {
        return new OpeningTimes(
                new WeeklyTimes(List.of()),
                List.of(new Schedule(TUESDAY, rule, opens, closes, from, until)),
                List.of());
    }

    @Test
    void whatIsOpenWeeklyIsOpenOnItsDayAtItsTime() {
        assertThat(meets(WALK, weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY))))
                .isTrue();
        assertThat(meets(WALK, weekly(Set.of(DayOfWeek.MONDAY)))).isFalse();
        assertThat(meets(WALK, weekly(Set.of(), "10:30"))).isTrue();
        assertThat(meets(WALK, weekly(Set.of(DayOfWeek.TUESDAY), "11:30"))).isFalse();
        assertThat(meets(WALK, on(TUESDAY))).isTrue();
        assertThat(meets(WALK, on(TODAY))).isFalse();
        assertThat(meets(WALK, on(TUESDAY, "11:00"))).isTrue();
        assertThat(meets(WALK, on(TUESDAY, "12:00"))).isFalse();
        assertThat(meets(WALK, new TimeWish(Optional.of(TUESDAY), Set.of(DayOfWeek.FRIDAY), Optional.empty())))
                .isFalse();
    }

    @Test
    void onAClosedDayNothingIsOpen() {
        var closed = new OpeningTimes(WALK.weekly(), List.of(), List.of(new Closure(TUESDAY, TUESDAY.plusDays(6))));

        assertThat(meets(closed, on(TUESDAY))).isFalse();
        assertThat(meets(closed, on(TUESDAY.plusWeeks(1)))).isTrue();
        assertThat(meets(closed, on(TUESDAY.minusWeeks(1)))).isTrue();
        assertThat(meets(closed, weekly(Set.of(DayOfWeek.TUESDAY)))).isTrue();
    }

    @Test
    void aScheduleWithoutARuleIsOnItsOneDay() {
        var once = scheduled(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(meets(once, on(TUESDAY, "18:00"))).isTrue();
        assertThat(meets(once, on(TUESDAY, "17:59"))).isFalse();
        assertThat(meets(once, on(TUESDAY, "20:00"))).isFalse();
        assertThat(meets(once, on(TUESDAY.plusWeeks(1)))).isFalse();
        assertThat(meets(once, on(TODAY))).isFalse();
        assertThat(meets(once, weekly(Set.of(DayOfWeek.TUESDAY)))).isTrue();
        assertThat(meets(once, weekly(Set.of(DayOfWeek.FRIDAY)))).isFalse();
        assertThat(once.meet(weekly(Set.of(DayOfWeek.TUESDAY)), TUESDAY.plusDays(1), EVERY_TUESDAY))
                .isFalse();
    }

    @Test
    void aRuleIsWorkedOutWithinTheDaysForWhichTheScheduleHolds() {
        var rule = Optional.of("FREQ=MONTHLY;BYDAY=1TU");

        assertThat(meets(scheduled(rule, Optional.empty(), Optional.empty()), on(TUESDAY)))
                .isTrue();
        assertThat(meets(scheduled(rule, Optional.of(TUESDAY), Optional.of(TUESDAY)), on(TUESDAY)))
                .isTrue();
        assertThat(meets(scheduled(rule, Optional.of(TUESDAY.plusDays(1)), Optional.empty()), on(TUESDAY)))
                .isFalse();
        assertThat(meets(scheduled(rule, Optional.empty(), Optional.of(TODAY)), on(TUESDAY)))
                .isFalse();
        assertThat(meets(scheduled(rule, Optional.of(TODAY), Optional.empty()), weekly(Set.of(DayOfWeek.TUESDAY))))
                .isTrue();
    }

    @Test
    void aScheduleWithoutHoursIsOnAtNoTimeThatIsKnown() {
        var day = scheduled(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var evening = scheduled(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalTime.of(18, 0)),
                Optional.empty());

        assertThat(meets(day, on(TUESDAY))).isTrue();
        assertThat(meets(day, on(TUESDAY, "10:00"))).isFalse();
        assertThat(meets(evening, on(TUESDAY, "21:00"))).isTrue();
        assertThat(meets(evening, on(TUESDAY, "17:00"))).isFalse();
    }

    @Test
    void whatSaysNothingIsNotKnown() {
        assertThat(OpeningTimes.UNKNOWN.isKnown()).isFalse();
        assertThat(WALK.isKnown()).isTrue();
        assertThat(scheduled(Optional.empty(), Optional.empty(), Optional.empty())
                        .isKnown())
                .isTrue();
        assertThat(TimeWish.ANY.isAny()).isTrue();
        assertThat(on(TUESDAY).isAny()).isFalse();
        assertThat(weekly(Set.of(DayOfWeek.MONDAY)).isAny()).isFalse();
        assertThat(weekly(Set.of(), "10:00").isAny()).isFalse();
    }
}
