package io.github.sprigfhir.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplyTest {

    @ParameterizedTest
    @CsvSource({
        "200, TAKEN",
        "202, TAKEN",
        "204, TAKEN",
        "299, TAKEN",
        "199, NOT_NOW",
        "300, NOT_NOW",
        "302, NOT_NOW",
        "400, NOT_THIS_ONE",
        "409, NOT_THIS_ONE",
        "413, NOT_THIS_ONE",
        "422, NOT_THIS_ONE",
        "401, NOT_NOW",
        "404, NOT_NOW",
        "410, NOT_NOW",
        "429, NOT_NOW",
        "500, NOT_NOW",
        "503, NOT_NOW"
    })
    void theStatusSaysWhatBecomesOfTheNotification(int status, Reply reply) {
        assertThat(Reply.of(status)).isEqualTo(reply);
    }

    @ParameterizedTest
    @EnumSource
    void aStandingIsKnownByItsCode(Standing standing) {
        assertThat(Standing.of(standing.code())).contains(standing);
    }

    @Test
    void whatIsNoStandingIsNone() {
        assertThat(Standing.of("entered-in-error")).isEmpty();
        assertThat(Content.of("full-resource")).isEmpty();
    }
}
