package io.github.sprigfhir.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The district of a postcode is read however it is written, and never guessed. */
class OutwardCodeTest {

    @ParameterizedTest
    @CsvSource({"LS6 2AB, LS6", "ls62ab, LS6", "M1 1AE, M1", "SW1A 1AA, SW1A", "' EC1A  1BB', EC1A", "gir 0aa, GIR"})
    void itIsTheFirstHalf(String postcode, String district) {
        assertThat(OutwardCode.ofPostcode(postcode)).contains(new OutwardCode(district));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LS6", "LS6 2A", "12345", "LS6 2ABC", "LS666 2AB", "no fixed abode", "LS6      2AB   "})
    void whatIsNoPostcodeHasNone(String text) {
        assertThat(OutwardCode.ofPostcode(text)).isEmpty();
    }
}
