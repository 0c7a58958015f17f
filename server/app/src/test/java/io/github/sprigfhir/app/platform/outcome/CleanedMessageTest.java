package io.github.sprigfhir.app.platform.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What might be an NHS number is left out of messages; what is an id stays whole. */
class CleanedMessageTest {

    @ParameterizedTest
    @CsvSource({
        "Nobody has 9990000107 here., Nobody has ********** here.",
        "Nobody has 999 000 0107 here., Nobody has ********** here.",
        "Nobody has 999-000-0107 here., Nobody has ********** here.",
        "Task/ec123456-7890-4f99-a644-7841a15c1f41 is not known, Task/ec123456-7890-4f99-a644-7841a15c1f41 is not known",
        "Task/12345678-9012-4345-8678-901234567890 is not known, Task/12345678-9012-4345-8678-901234567890 is not known"
    })
    void whatMightBeANumberIsGone(String message, String cleaned) {
        assertThat(ErrorTranslator.clean(message)).isEqualTo(cleaned);
    }
}
