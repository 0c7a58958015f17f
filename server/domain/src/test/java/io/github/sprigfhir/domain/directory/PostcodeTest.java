package io.github.sprigfhir.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A postcode is read however it is written, and never guessed. */
class PostcodeTest {

    @ParameterizedTest
    @CsvSource({
        "LS6 2AB, LS6 2AB, LS6",
        "ls62ab, LS6 2AB, LS6",
        "M1 1AE, M1 1AE, M1",
        "SW1A 1AA, SW1A 1AA, SW1A",
        "' EC1A  1BB', EC1A 1BB, EC1A",
        "gir 0aa, GIR 0AA, GIR"
    })
    void itIsWrittenInOneWayAndHasAFirstHalf(String sent, String written, String outward) {
        assertThat(Postcode.of(sent)).hasValueSatisfying(postcode -> {
            assertThat(postcode.value()).isEqualTo(written);
            assertThat(postcode.outward()).isEqualTo(outward);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LS6", "LS6 2A", "12345", "LS6 2ABC", "LS666 2AB", "no fixed abode", "LS6      2AB   "})
    void whatIsNoPostcodeIsNone(String text) {
        assertThat(Postcode.of(text)).isEmpty();
    }
}
