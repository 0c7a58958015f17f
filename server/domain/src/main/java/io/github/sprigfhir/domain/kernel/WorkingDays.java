package io.github.sprigfhir.domain.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Counts working days: Monday to Friday, bank holidays excluded. */
public final class WorkingDays {

    private final Predicate<LocalDate> bankHoliday;

    /** Which days are bank holidays is for a kept-up calendar to say. */
    public WorkingDays(Predicate<LocalDate> bankHoliday) {
        this.bankHoliday = bankHoliday;
    }

    /** The last of so many working days that follow the given day, whichever day that is itself. */
    public LocalDate after(LocalDate day, int count) {
        LocalDate reached = day;
        for (int left = count; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** How many working days there are after the one day until the other, that one included; 0 where it is not later. */
    public int between(LocalDate day, LocalDate until) {
        return until.isAfter(day)
                ? (int) day.plusDays(1)
                        .datesUntil(until.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count()
                : 0;
    }

    private boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !bankHoliday.test(day);
    }
}
