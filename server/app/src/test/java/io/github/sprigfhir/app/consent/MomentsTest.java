package io.github.sprigfhir.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.consent.Span;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A date of FHIR is the time that it may mean; a day is England's. */
class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T00:00:00Z, 2026-12-31T23:59:59.999Z",
        "2026-07, 2026-06-30T23:00:00Z, 2026-07-31T22:59:59.999Z",
        "2026-07-14, 2026-07-13T23:00:00Z, 2026-07-14T22:59:59.999Z",
        "2026-11-22T09:30:10Z, 2026-11-22T09:30:10Z, 2026-11-22T09:30:10.999Z",
        "2026-11-22T09:30:10.5Z, 2026-11-22T09:30:10.500Z, 2026-11-22T09:30:10.500Z"
    })
    void aDateBeginsAndEnds(String date, Instant earliest, Instant latest) {
        var given = Moments.of(new DateTimeType(date));

        assertThat(given.earliest()).isEqualTo(earliest);
        assertThat(given.latest()).isEqualTo(latest);
    }

    @Test
    void aPeriodEndsWithItsLastDay() {
        var period = new Period()
                .setStartElement(new DateTimeType("2026-12-01"))
                .setEndElement(new DateTimeType("2026-12-31"));

        assertThat(Moments.of(period))
                .isEqualTo(new Span(
                        Optional.of(Instant.parse("2026-12-01T00:00:00Z")),
                        Optional.of(Instant.parse("2027-01-01T00:00:00Z"))));
        assertThat(Moments.of(new Period())).isEqualTo(Span.ALWAYS);
    }

    @Test
    void whatIsNotDatedIsNotGivenYet() {
        assertThat(Moments.of(new DateTimeType()).earliest()).isAfter(Instant.parse("2900-01-01T00:00:00Z"));
    }
}
