package io.github.sprigfhir.domain.research;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Turns the days on record about one person into those that are shown.
 *
 * <p>The threat: whoever knows on which days somebody was seen finds the one copy with just these days.
 *
 * <p>The rule: a day is shown as coarsely as it was when others were found who share it, and in no finer form than the
 * project may see. A day that was not counted then is not shown at all.
 */
public final class Timeline {

    private static final int WEEK = 7;

    private final List<LocalDate> days;
    private final Precision finest;
    private final long moved;
    private final LocalDate weeksFrom;

    private Timeline(List<LocalDate> days, Precision finest, long moved, LocalDate weeksFrom) {
        this.days = days;
        this.finest = finest;
        this.moved = moved;
        this.weeksFrom = weeksFrom;
    }

    /**
     * That of one person.
     *
     * @param days every day on record about them, in any order
     */
    public static Timeline of(Days policy, Collection<LocalDate> days) {
        var sorted = days.stream().sorted().toList();
        return switch (policy) {
            case WEEKS ->
                new Timeline(
                        sorted,
                        policy.finest(),
                        0,
                        LocalDate.EPOCH.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case SINCE_FIRST -> {
                var first = sorted.stream().findFirst().orElse(LocalDate.EPOCH);
                var newYear = first.withDayOfYear(1);
                yield new Timeline(sorted, policy.finest(), ChronoUnit.DAYS.between(newYear, first), newYear);
            }
        };
    }

    /** The day as FHIR writes one, such as 2026-03-02, 2026-03 or 2026; none where it is not shown. */
    public Optional<String> show(LocalDate day, Precision precision) {
        if (Collections.binarySearch(days, day) < 0) {
            return Optional.empty();
        }
        var shown = shown(day, precision);
        return switch (precision) {
            case DAY, WEEK -> Optional.of(shown.toString());
            case MONTH -> Optional.of(YearMonth.from(shown).toString());
            case YEAR -> Optional.of("%04d".formatted(shown.getYear()));
            case NONE -> Optional.empty();
        };
    }

    /** All of them in their order, each by the first day that is shown as it is; where none is shown, as many as there are. */
    List<LocalDate> shown(Precision precision) {
        return shown(days, precision);
    }

    /** Some of them, as {@link #shown(Precision)}. */
    List<LocalDate> shown(Collection<LocalDate> some, Precision precision) {
        return some.stream().sorted().map(day -> shown(day, precision)).toList();
    }

    private LocalDate shown(LocalDate day, Precision precision) {
        var there = day.minusDays(moved);
        return switch (precision.orCoarser(finest)) {
            case DAY -> there;
            case WEEK -> there.minusDays(Math.floorMod(ChronoUnit.DAYS.between(weeksFrom, there), WEEK));
            case MONTH -> there.withDayOfMonth(1);
            case YEAR -> there.withDayOfYear(1);
            case NONE -> LocalDate.EPOCH;
        };
    }
}
