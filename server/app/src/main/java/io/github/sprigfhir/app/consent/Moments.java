package io.github.sprigfhir.app.consent;

import io.github.sprigfhir.domain.consent.Given;
import io.github.sprigfhir.domain.consent.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;

/** Reads FHIR's dates as what they mean: a day is England's, from its first instant to its last. */
final class Moments {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final String FIRST_MONTH_AND_DAY = "-01-01";
    private static final String FIRST_DAY = "-01";
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    /** What is not dated has not been given yet, and a denial is never too old. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private Moments() {}

    static Given of(DateTimeType date) {
        return date.hasValue() ? new Given(first(date), after(date).minusMillis(1)) : new Given(NEVER, NEVER);
    }

    static Span of(Period period) {
        return new Span(
                Optional.of(period.getStartElement())
                        .filter(DateTimeType::hasValue)
                        .map(Moments::first),
                Optional.of(period.getEndElement())
                        .filter(DateTimeType::hasValue)
                        .map(Moments::after));
    }

    private static Instant first(DateTimeType date) {
        return switch (date.getPrecision()) {
            case YEAR, MONTH, DAY -> start(day(date));
            case MINUTE, SECOND, MILLI -> date.getValue().toInstant();
        };
    }

    /** The first instant after it. */
    private static Instant after(DateTimeType date) {
        return switch (date.getPrecision()) {
            case YEAR -> start(day(date).plusYears(1));
            case MONTH -> start(day(date).plusMonths(1));
            case DAY -> start(day(date).plusDays(1));
            case MINUTE -> date.getValue().toInstant().plusMillis(MINUTE);
            case SECOND -> date.getValue().toInstant().plusMillis(SECOND);
            case MILLI -> date.getValue().toInstant().plusMillis(1);
        };
    }

    private static LocalDate day(DateTimeType date) {
        var written = date.getValueAsString();
        return LocalDate.parse(
                switch (date.getPrecision()) {
                    case YEAR -> written + FIRST_MONTH_AND_DAY;
                    case MONTH -> written + FIRST_DAY;
                    case DAY, MINUTE, SECOND, MILLI -> written;
                });
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ENGLAND).toInstant();
    }
}
