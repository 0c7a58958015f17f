package io.github.sprigfhir.domain.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The periods that counts of people are told for: they follow each other from April on, none overlaps another, and each
 * is told once it is over. Two that overlap could be taken from each other, and one that goes on could be asked for
 * daily; what is left would be the few that are not told.
 *
 * @param months how long each is: 1, 2, 3, 4, 6 or 12
 * @param settlingDays how many days after its last one it is first told, 0 to 365
 */
public record ReportingPeriods(int months, int settlingDays) {

    /** The parameters by which FHIR's {@code $evaluate-measure} asks for a period. */
    public static final String START = "periodStart";

    public static final String END = "periodEnd";

    private static final int A_YEAR = 12;
    private static final int APRIL = 4;
    private static final int LONGEST_SETTLING = 365;
    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}){0,2}");
    private static final int A_MONTH_LONG = "2026-07".length();

    public ReportingPeriods {
        if (months < 1 || A_YEAR % months != 0) {
            throw new IllegalArgumentException("a year has a whole number of reporting periods");
        }
        if (settlingDays < 0 || settlingDays > LONGEST_SETTLING) {
            throw new IllegalArgumentException("a period is told within a year of its end");
        }
    }

    /** What is said to who asks for a period. */
    public sealed interface Verdict {

        /** Both days are part of it. */
        record Agreed(LocalDate first, LocalDate last) implements Verdict {}

        /** Everything that is wrong, never empty. */
        record Refused(List<Fault> faults) implements Verdict {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /** What is wrong with one parameter. */
    public record Fault(String parameter, Refusal refusal) {}

    /**
     * Whether a report may be about that period.
     *
     * @param start a FHIR date, which may leave out the day or the month, if one was given
     * @param end as {@code start}; where it leaves something out, the last day is meant
     */
    public Verdict decide(Optional<String> start, Optional<String> end, LocalDate today) {
        var faults = new ArrayList<Fault>();
        var first = read(START, start, faults).map(ReportingPeriods::firstOf);
        var last = read(END, end, faults).map(ReportingPeriods::lastOf);
        if (first.isEmpty() || last.isEmpty()) {
            return new Verdict.Refused(faults);
        }
        if (last.get().isBefore(first.get())) {
            faults.add(fault(END, "periodEnd is before periodStart.", "Send the earlier of the two as periodStart."));
        } else if (!first.equals(Optional.of(beginOf(first.get()))) || !last.equals(Optional.of(endOf(first.get())))) {
            faults.add(fault(
                    START,
                    "A report is about one reporting period of %d months, and this is none.".formatted(months),
                    "Ask for %s to %s, or for another period of that kind."
                            .formatted(beginOf(first.get()), endOf(first.get()))));
        }
        if (!last.get().plusDays(settlingDays).isBefore(today)) {
            faults.add(fault(
                    END,
                    "A report is made of what is over and on record, %d days after the period's end, and then stays as it is."
                            .formatted(settlingDays),
                    "Ask on %s or later."
                            .formatted(last.get().plusDays(settlingDays).plusDays(1))));
        }
        return faults.isEmpty() ? new Verdict.Agreed(first.get(), last.get()) : new Verdict.Refused(faults);
    }

    private LocalDate beginOf(LocalDate day) {
        var since = Math.floorMod(day.getMonthValue() - APRIL, months);
        return day.withDayOfMonth(1).minusMonths(since);
    }

    private LocalDate endOf(LocalDate day) {
        return beginOf(day).plusMonths(months).minusDays(1);
    }

    private static Optional<String> read(String parameter, Optional<String> given, List<Fault> faults) {
        if (given.isEmpty()) {
            faults.add(fault(parameter, parameter + " is missing.", "Send it as a date, such as 2026-07-01."));
            return given;
        }
        if (!isDate(given.get())) {
            faults.add(fault(parameter, parameter + " is no date.", "Send a day of the calendar, such as 2026-07-01."));
            return Optional.empty();
        }
        return given;
    }

    private static boolean isDate(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        try {
            return !lastOf(text).isBefore(firstOf(text));
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static LocalDate firstOf(String date) {
        return date.length() > A_MONTH_LONG
                ? LocalDate.parse(date)
                : month(date, 1).atDay(1);
    }

    private static LocalDate lastOf(String date) {
        return date.length() > A_MONTH_LONG
                ? LocalDate.parse(date)
                : month(date, A_YEAR).atEndOfMonth();
    }

    /** The month, or that of a year where only a year is given. */
    private static YearMonth month(String date, int ofYear) {
        return date.length() == A_MONTH_LONG ? YearMonth.parse(date) : YearMonth.of(Integer.parseInt(date), ofYear);
    }

    private static Fault fault(String parameter, String text, String remedy) {
        return new Fault(parameter, new Refusal(ReportRule.PERIOD, text, remedy));
    }
}
