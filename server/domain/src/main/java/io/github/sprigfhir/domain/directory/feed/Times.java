package io.github.sprigfhir.domain.directory.feed;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** When a service takes place, by the clock in the United Kingdom. */
public sealed interface Times {

    /** Every week on these days, as FHIR's availableTime says it. */
    record Weekly(Set<WeekDay> days, Optional<LocalTime> opens, Optional<LocalTime> closes) implements Times {}

    /**
     * What availableTime cannot say.
     *
     * @param start the first day
     * @param rule the value of an RRULE of RFC 5545; without one it takes place once
     * @param from the first day on which this holds
     * @param to the last
     */
    record Dated(
            LocalDate start,
            Optional<String> rule,
            Optional<LocalTime> opens,
            Optional<LocalTime> closes,
            Optional<LocalDate> from,
            Optional<LocalDate> to)
            implements Times {}

    /** In words only, or not at all. */
    record InWords() implements Times {}
}
