package io.github.sprigfhir.domain.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that a service says about when it is open.
 *
 * @param weekly the same every week
 * @param schedules what no week can say
 * @param closures days on which it is closed all the same
 */
public record OpeningTimes(WeeklyTimes weekly, List<Schedule> schedules, List<Closure> closures) {

    /** It says nothing. */
    public static final OpeningTimes UNKNOWN = new OpeningTimes(new WeeklyTimes(List.of()), List.of(), List.of());

    private static final int WEEKS_AHEAD = 5;

    public OpeningTimes {
        schedules = List.copyOf(schedules);
        closures = List.copyOf(closures);
    }

    public boolean isKnown() {
        return !weekly.sessions().isEmpty() || !schedules.isEmpty();
    }

    /**
     * Whether it is open when somebody could come. Without a date, what takes place once in the five weeks from today
     * counts: that is once a month.
     */
    boolean meet(TimeWish wish, LocalDate today, Schedule.Calendar calendar) {
        var first = wish.date().orElse(today);
        var last = wish.date().orElse(today.plusWeeks(WEEKS_AHEAD));
        if (wish.date().isPresent() && closures.stream().anyMatch(closure -> closure.includes(first))) {
            return false;
        }
        return isOpenWeekly(wish)
                || schedules.stream().anyMatch(schedule -> schedule.takesPlace(first, last, calendar, wish));
    }

    private boolean isOpenWeekly(TimeWish wish) {
        if (wish.date().isPresent()) {
            var date = wish.date().get();
            return WeeklyTimes.fallsOn(date, wish.days())
                    && wish.time()
                            .map(time -> weekly.isOpenAt(date, time))
                            .orElseGet(() -> weekly.isOpenOn(date.getDayOfWeek()));
        }
        Set<DayOfWeek> days = wish.days().isEmpty() ? EnumSet.allOf(DayOfWeek.class) : wish.days();
        return days.stream()
                .anyMatch(day ->
                        wish.time().map(time -> weekly.isOpenAt(day, time)).orElseGet(() -> weekly.isOpenOn(day)));
    }

    /**
     * Days without anything.
     *
     * @param first the first of them
     * @param last the last of them
     */
    public record Closure(LocalDate first, LocalDate last) {

        boolean includes(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }
}
