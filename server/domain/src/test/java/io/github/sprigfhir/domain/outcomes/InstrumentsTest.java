package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A score is known by any of its codes, and by none that nobody has defined. */
class InstrumentsTest {

    @Test
    void anyOfItsCodesNamesAScore() {
        var known = Known.instruments();

        assertThat(known.measureOf(List.of(new Coded("http://other.example", "x"), new Coded(Known.LOINC, "44261-6")))
                        .map(Measure::title))
                .hasValue("PHQ-9");
        assertThat(known.measureOf(List.of(Known.code("swemwbs-raw"))).map(Measure::title))
                .hasValue("SWEMWBS, raw");
        assertThat(known.measureOf(List.of(Known.code("unheard-of")))).isEmpty();
        assertThat(known.measureOf(List.of())).isEmpty();
    }
}
