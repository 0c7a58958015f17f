package io.github.sprigfhir.domain.outcomes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When a score was taken, as finely as its sender said it.
 *
 * @param at for the order; where only the month or the year is known, its first moment
 */
public record Taken(Instant at, Grain grain) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** How finely a time is known. */
    public enum Grain {
        DAY("d MMMM yyyy", "d MMMM"),
        MONTH("MMMM yyyy", "MMMM"),
        YEAR("yyyy", "yyyy");

        private final DateTimeFormatter whole;
        private final DateTimeFormatter withinItsYear;

        Grain(String whole, String withinItsYear) {
            this.whole = DateTimeFormatter.ofPattern(whole, Locale.UK);
            this.withinItsYear = DateTimeFormatter.ofPattern(withinItsYear, Locale.UK);
        }
    }

    /** Such as "3 March 2026", by the clock in the United Kingdom; "March 2026" where no day is known. */
    public String words() {
        return grain.whole.format(day());
    }

    /** Such as "on 3 March 2026" or "in March 2026". */
    public String when() {
        return (grain == Grain.DAY ? "on " : "in ") + words();
    }

    /** Such as "between 3 March and 9 June 2026"; as {@link #when} where both are the same. */
    static String between(Taken first, Taken last) {
        if (first.words().equals(last.words())) {
            return first.when();
        }
        var isOneYear =
                first.day().getYear() == last.day().getYear() && first.grain != Grain.YEAR && last.grain != Grain.YEAR;
        return "between %s and %s"
                .formatted(isOneYear ? first.grain.withinItsYear.format(first.day()) : first.words(), last.words());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(at, LONDON);
    }
}
