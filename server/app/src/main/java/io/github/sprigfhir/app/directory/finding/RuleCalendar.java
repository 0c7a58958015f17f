package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.domain.directory.Schedule;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * Works rules of RFC 5545 out with lib-recur, by whole days. What repeats more often than daily cannot be said here, and
 * what would take more than {@value #MOST_STEPS} steps is given up on.
 */
final class RuleCalendar implements Schedule.Calendar {

    private static final int MOST_STEPS = 20_000;

    @Override
    public Set<LocalDate> days(LocalDate start, String rule, LocalDate first, LocalDate last) {
        var days = new HashSet<LocalDate>();
        try {
            var parsed = new RecurrenceRule(rule, RfcMode.RFC5545_LAX);
            if (parsed.getFreq() == Freq.HOURLY
                    || parsed.getFreq() == Freq.MINUTELY
                    || parsed.getFreq() == Freq.SECONDLY) {
                return Set.of();
            }
            var steps = parsed.iterator(date(start));
            for (int step = 0; step < MOST_STEPS && steps.hasNext(); step++) {
                var next = steps.nextDateTime();
                var day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
                if (day.isAfter(last)) {
                    break;
                }
                if (!day.isBefore(first)) {
                    days.add(day);
                }
            }
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException unreadable) {
            return Set.of();
        }
        return days;
    }

    private static DateTime date(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }
}
