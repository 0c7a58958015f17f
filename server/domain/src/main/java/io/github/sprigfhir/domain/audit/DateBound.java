package io.github.sprigfhir.domain.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a date in a search allows: every instant from the first on and before the second. A date without an hour means all
 * of it, in UTC (FHIR R4, 3.1.1.4.9).
 */
public record DateBound(Instant from, Instant before) {

    private static final Pattern FORM = Pattern.compile("(eq|gt|lt|ge|le|sa|eb)?(\\d{4}.*)");

    /** What a value means; none where it is not a date with one of the prefixes that a point in time can have. */
    public static Optional<DateBound> of(String value) {
        var form = FORM.matcher(value);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            var prefix = form.group(1) == null ? "eq" : form.group(1);
            return Optional.of(bound(prefix, period(form.group(2))));
        } catch (DateTimeException | ArithmeticException notADate) {
            return Optional.empty();
        }
    }

    public boolean allows(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(before);
    }

    private static DateBound bound(String prefix, DateBound period) {
        return switch (prefix) {
            case "gt", "sa" -> new DateBound(period.before(), Instant.MAX);
            case "ge" -> new DateBound(period.from(), Instant.MAX);
            case "lt", "eb" -> new DateBound(Instant.MIN, period.from());
            case "le" -> new DateBound(Instant.MIN, period.before());
            default -> period;
        };
    }

    private static DateBound period(String date) {
        return switch (date.length()) {
            case 4 ->
                days(Year.parse(date).atDay(1), Year.parse(date).plusYears(1).atDay(1));
            case 7 ->
                days(
                        YearMonth.parse(date).atDay(1),
                        YearMonth.parse(date).plusMonths(1).atDay(1));
            case 10 -> days(LocalDate.parse(date), LocalDate.parse(date).plusDays(1));
            default -> instant(date);
        };
    }

    private static DateBound days(LocalDate from, LocalDate before) {
        return new DateBound(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                before.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static DateBound instant(String date) {
        var instant = date.matches(".*(Z|[-+]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(date).toInstant()
                : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
        if (date.contains(".")) {
            return new DateBound(instant, instant.plusMillis(1));
        }
        var whole = date.matches("[^T]*T\\d\\d:\\d\\d(Z|[-+].*)?") ? 60 : 1;
        return new DateBound(instant, instant.plusSeconds(whole));
    }
}
