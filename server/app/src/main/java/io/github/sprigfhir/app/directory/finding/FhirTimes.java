package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.domain.directory.OpeningTimes;
import io.github.sprigfhir.domain.directory.OpeningTimes.Closure;
import io.github.sprigfhir.domain.directory.Schedule;
import io.github.sprigfhir.domain.directory.WeeklyTimes;
import io.github.sprigfhir.domain.directory.WeeklyTimes.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HealthcareService.DaysOfWeek;
import org.hl7.fhir.r4.model.HealthcareService.HealthcareServiceAvailableTimeComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Reads when a service is open. What says no day, or half of a time, says nothing. */
final class FhirTimes {

    private static final String SCHEDULE = "https://sprig-fhir.github.io/ig/StructureDefinition/service-schedule";
    private static final int LENGTH_OF_DATE = 10;

    private final HealthcareService service;

    FhirTimes(HealthcareService service) {
        this.service = service;
    }

    OpeningTimes times() {
        return new OpeningTimes(
                new WeeklyTimes(service.getAvailableTime().stream()
                        .flatMap(FhirTimes::sessions)
                        .distinct()
                        .toList()),
                service.getExtensionsByUrl(SCHEDULE).stream()
                        .flatMap(schedule -> schedule(schedule).stream())
                        .toList(),
                service.getNotAvailable().stream()
                        .flatMap(closed -> closure(closed.getDuring()).stream())
                        .toList());
    }

    private static Stream<Session> sessions(HealthcareServiceAvailableTimeComponent available) {
        var opens = time(available.getAvailableStartTime());
        var closes = time(available.getAvailableEndTime());
        var days = available.getDaysOfWeek().stream().flatMap(day -> day(day.getValue()).stream());
        if (available.getAllDay()) {
            return days.map(Session::allDay);
        }
        return opens.isPresent() && closes.isPresent()
                ? days.map(day -> Session.of(day, opens.get(), closes.get()))
                : Stream.empty();
    }

    private static Optional<DayOfWeek> day(@Nullable DaysOfWeek day) {
        return day == null ? Optional.empty() : day(day.toCode());
    }

    /** Of FHIR's code, such as {@code mon}. */
    static Optional<DayOfWeek> day(String code) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day ->
                        day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    private static Optional<Schedule> schedule(Extension schedule) {
        var valid = part(schedule, "valid")
                .filter(Period.class::isInstance)
                .map(Period.class::cast)
                .orElseGet(Period::new);
        return part(schedule, "start")
                .flatMap(FhirTimes::date)
                .map(start -> new Schedule(
                        start,
                        part(schedule, "rule").map(Base::primitiveValue),
                        part(schedule, "opens").map(Base::primitiveValue).flatMap(FhirTimes::time),
                        part(schedule, "closes").map(Base::primitiveValue).flatMap(FhirTimes::time),
                        date(valid.getStartElement()),
                        date(valid.getEndElement())));
    }

    private static Optional<Base> part(Extension whole, String url) {
        return Optional.ofNullable(whole.getExtensionByUrl(url)).map(Extension::getValue);
    }

    private static Optional<Closure> closure(Period during) {
        var first = date(during.getStartElement());
        var last = date(during.getEndElement());
        return first.isEmpty() && last.isEmpty()
                ? Optional.empty()
                : Optional.of(new Closure(first.orElse(LocalDate.MIN), last.orElse(LocalDate.MAX)));
    }

    /** The day that is written; a month or a year alone is none. */
    private static Optional<LocalDate> date(Base value) {
        var text =
                value instanceof PrimitiveType<?> || value instanceof BaseDateTimeType ? value.primitiveValue() : null;
        if (text == null || text.length() < LENGTH_OF_DATE) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, LENGTH_OF_DATE)));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** Every day of the week by FHIR's code. */
    static List<String> codes() {
        return List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    }
}
