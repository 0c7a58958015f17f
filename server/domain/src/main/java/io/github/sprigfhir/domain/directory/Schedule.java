package io.github.sprigfhir.domain.directory;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * When something takes place that no week can say.
 *
 * @param start the first day; without a rule the only one
 * @param rule how it repeats: the value of an RRULE of RFC 5545
 * @param opens by the clock in the United Kingdom; without it, at a time that is not known
 * @param closes without it, at a time that is not known
 * @param from no day before this one counts
 * @param until no day after this one counts
 */
public record Schedule(
        LocalDate start,
        Optional<String> rule,
        Optional<LocalTime> opens,
        Optional<LocalTime> closes,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    /** Works rules of RFC 5545 out. */
    public interface Calendar {

        /** The days from first to last on which the rule makes something take place; none of a rule it cannot read. */
        Set<LocalDate> days(LocalDate start, String rule, LocalDate first, LocalDate last);
    }

    boolean takesPlace(LocalDate first, LocalDate last, Calendar calendar, TimeWish wish) {
        var begin = later(first, from.orElse(first));
        var end = until.filter(last::isAfter).orElse(last);
        if (begin.isAfter(end) || !suits(wish)) {
            return false;
        }
        var days = rule.map(known -> calendar.days(start, known, begin, end)).orElseGet(() -> Set.of(start));
        return days.stream()
                .anyMatch(day -> !day.isBefore(begin) && !day.isAfter(end) && WeeklyTimes.fallsOn(day, wish.days()));
    }

    private boolean suits(TimeWish wish) {
        return wish.time().isEmpty()
                || wish.time()
                        .filter(time -> opens.isPresent()
                                && !time.isBefore(opens.get())
                                && closes.map(time::isBefore).orElse(true))
                        .isPresent();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
