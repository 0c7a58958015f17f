package io.github.sprigfhir.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A date in a search means all of it. */
class DateBoundTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T00:00:00Z, 2026-12-31T23:59:59Z, 2027-01-01T00:00:00Z",
        "2026-11, 2026-11-01T00:00:00Z, 2026-11-30T23:59:59Z, 2026-12-01T00:00:00Z",
        "2026-11-22, 2026-11-22T00:00:00Z, 2026-11-22T23:59:59Z, 2026-11-23T00:00:00Z",
        "eq2026-11-22T09:30, 2026-11-22T09:30:00Z, 2026-11-22T09:30:59Z, 2026-11-22T09:31:00Z",
        "2026-11-22T09:30Z, 2026-11-22T09:30:00Z, 2026-11-22T09:30:59Z, 2026-11-22T09:31:00Z",
        "2026-11-22T09:30:05Z, 2026-11-22T09:30:05Z, 2026-11-22T09:30:05.9Z, 2026-11-22T09:30:06Z",
        "2026-11-22T09:30:05+01:00, 2026-11-22T08:30:05Z, 2026-11-22T08:30:05.9Z, 2026-11-22T08:30:06Z",
        "2026-11-22T09:30:05.250Z, 2026-11-22T09:30:05.250Z, 2026-11-22T09:30:05.2509Z, 2026-11-22T09:30:05.251Z"
    })
    void aDateBeginsAndEnds(String value, Instant first, Instant last, Instant after) {
        var bound = DateBound.of(value).orElseThrow();

        assertThat(bound.allows(first)).isTrue();
        assertThat(bound.allows(last)).isTrue();
        assertThat(bound.allows(after)).isFalse();
        assertThat(bound.allows(first.minusMillis(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ge2026, false, true, true",
        "gt2026, false, false, true",
        "sa2026, false, false, true",
        "le2026, true, true, false",
        "lt2026, true, false, false",
        "eb2026, true, false, false",
        "eq2026, false, true, false"
    })
    void aPrefixSaysBeforeOrAfter(String value, boolean before, boolean within, boolean after) {
        var bound = DateBound.of(value).orElseThrow();

        assertThat(bound.allows(Instant.parse("2025-12-31T23:59:59Z"))).isEqualTo(before);
        assertThat(bound.allows(Instant.parse("2026-01-01T00:00:00Z"))).isEqualTo(within);
        assertThat(bound.allows(Instant.parse("2027-01-01T00:00:00Z"))).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "ap2026",
                "ne2026",
                "2026-13",
                "2026-02-30",
                "20261122",
                "ge",
                "2026-11-22T25:00Z"
            })
    void whatIsNoDateMeansNothing(String value) {
        assertThat(DateBound.of(value)).isEmpty();
    }
}
