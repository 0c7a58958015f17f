package io.github.sprigfhir.domain.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * When somebody could come; nothing of it means at any time.
 *
 * @param date on this very day
 * @param days on any of these days of the week
 * @param time at this time, by the clock in the United Kingdom
 */
public record TimeWish(Optional<LocalDate> date, Set<DayOfWeek> days, Optional<LocalTime> time) {

    /** At any time. */
    public static final TimeWish ANY = new TimeWish(Optional.empty(), Set.of(), Optional.empty());

    public TimeWish {
        days = Set.copyOf(days);
    }

    public boolean isAny() {
        return date.isEmpty() && days.isEmpty() && time.isEmpty();
    }
}
