package io.github.sprigfhir.app.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.param.DateParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comparing with a part of a date means (FHIR R4, section 3.1.1.4.7). */
class PartialDatesTest {

    @ParameterizedTest
    @CsvSource({
        "ge2020, ge2020-01-01",
        "gt2020, gt2020-12-31",
        "sa2020, sa2020-12-31",
        "le2010, le2010-12-31",
        "lt2010, lt2010-01-01",
        "eb2010, eb2010-01-01",
        "ge2020-02, ge2020-02-01",
        "gt2020-02, gt2020-02-29",
        "le2021-02, le2021-02-28",
        "lt2021-02, lt2021-02-01",
        "2020, 2020",
        "eq2020, 2020",
        "ge2020-02-03, ge2020-02-03",
        "le2020-02-03T04:05:06Z, le2020-02-03T04:05:06Z"
    })
    void aPartIsComparedFromItsFirstDayToItsLast(String sent, String meant) {
        var completed = PartialDates.completed(new DateParam(sent));

        assertThat(completed.getValueAsString()).isEqualTo(new DateParam(meant).getValueAsString());
        assertThat(completed.getPrefix()).isEqualTo(new DateParam(sent).getPrefix());
    }

    @Test
    void aPartIsSeenAmongAlternativesAndInComposites() {
        assertThat(PartialDates.comparesWithPart("2020-01-01,ge2020")).isTrue();
        assertThat(PartialDates.comparesWithPart("http://loinc.org|1$le2020-02"))
                .isTrue();
        assertThat(PartialDates.comparesWithPart("ge2020-01-01")).isFalse();
        assertThat(PartialDates.comparesWithPart("page2020")).isFalse();
    }
}
