package io.github.sprigfhir.app.platform.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/** Says on which day something is counted: the one in London at that time, or the first of what is said without a time. */
public final class ReportDay {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private ReportDay() {}

    public static LocalDate of(BaseDateTimeType when) {
        return when.hasTime()
                ? of(when.getValue().toInstant())
                : LocalDate.of(when.getYear(), when.getMonth() + 1, when.getDay());
    }

    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, LONDON);
    }
}
