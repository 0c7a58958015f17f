package io.github.sprigfhir.app.directory;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import io.github.sprigfhir.domain.directory.Capacity;
import io.github.sprigfhir.domain.directory.CapacityStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UnsignedIntType;

/** Reads what a service states about its capacity, and writes what becomes of it. */
final class FhirCapacity {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String CAPACITY = IG + "StructureDefinition/service-capacity";
    private static final String STATUS = IG + "CodeSystem/capacity-status";
    private static final String PLACES = "places";
    private static final String WAITING = "waiting";
    private static final String AS_OF = "asOf";
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private FhirCapacity() {}

    /** What the service states; none where it states nothing. */
    static Optional<Capacity> of(HealthcareService service) {
        return Optional.ofNullable(service.getExtensionByUrl(CAPACITY)).map(FhirCapacity::of);
    }

    private static Capacity of(Extension stated) {
        return new Capacity(
                value(stated, "status", Coding.class)
                        .flatMap(status -> CapacityStatus.of(String.valueOf(status.getCode())))
                        .orElse(CapacityStatus.UNKNOWN),
                value(stated, PLACES, UnsignedIntType.class).map(UnsignedIntType::getValue),
                value(stated, WAITING, UnsignedIntType.class).map(UnsignedIntType::getValue),
                value(stated, "expectedWait", Quantity.class).flatMap(FhirCapacity::duration),
                value(stated, AS_OF, DateTimeType.class).map(FhirCapacity::instant));
    }

    /** Makes the service state this; what is as it was keeps the form in which it was sent. */
    static void set(HealthcareService service, Capacity capacity) {
        var stated = service.getExtensionByUrl(CAPACITY);
        var before = of(stated);
        if (before.status() != capacity.status()) {
            put(
                    stated,
                    "status",
                    new Coding(
                            STATUS, capacity.status().code(), capacity.status().display()));
        }
        set(stated, PLACES, capacity.places().map(UnsignedIntType::new));
        set(stated, WAITING, capacity.waiting().map(UnsignedIntType::new));
        if (capacity.expectedWait().isEmpty()) {
            stated.getExtension().removeIf(part -> part.getUrl().equals("expectedWait"));
        }
        if (!before.confirmed().equals(capacity.confirmed())) {
            set(stated, AS_OF, capacity.confirmed().map(FhirCapacity::moment));
        }
    }

    private static void set(Extension stated, String part, Optional<? extends Type> value) {
        value.ifPresentOrElse(given -> put(stated, part, given), () -> stated.getExtension()
                .removeIf(known -> known.getUrl().equals(part)));
    }

    /** A part that is there keeps its place: somebody may be about to patch the one after it. */
    private static void put(Extension stated, String part, Type value) {
        var known = stated.getExtensionByUrl(part);
        if (known == null) {
            stated.addExtension(part, value);
        } else {
            known.setValue(value);
        }
    }

    private static <T extends Type> Optional<T> value(Extension stated, String part, Class<T> type) {
        return Optional.ofNullable(stated.getExtensionByUrl(part))
                .map(Extension::getValue)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** About how long, in UCUM's units of time; none where it says none of them. */
    private static Optional<Duration> duration(Quantity wait) {
        var hours =
                switch (String.valueOf(wait.getCode())) {
                    case "h" -> 1;
                    case "d" -> 24;
                    case "wk" -> 7 * 24;
                    case "mo" -> 730;
                    case "a" -> 8766;
                    default -> 0;
                };
        return hours == 0 || !wait.hasValue() || wait.getValue().precision() > 9
                ? Optional.empty()
                : Optional.of(Duration.ofHours(
                        wait.getValue().multiply(BigDecimal.valueOf(hours)).longValue()));
    }

    /** A day, as a month or a year, begins as England's does. */
    private static Instant instant(DateTimeType moment) {
        return switch (moment.getPrecision()) {
            case YEAR, MONTH, DAY ->
                LocalDate.ofInstant(moment.getValue().toInstant(), ZoneId.systemDefault())
                        .atStartOfDay(ENGLAND)
                        .toInstant();
            case MINUTE, SECOND, MILLI -> moment.getValue().toInstant();
        };
    }

    private static DateTimeType moment(Instant when) {
        return new DateTimeType(Date.from(when), TemporalPrecisionEnum.MILLI, TimeZone.getTimeZone("UTC"));
    }
}
