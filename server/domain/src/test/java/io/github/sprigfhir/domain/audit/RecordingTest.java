package io.github.sprigfhir.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is an event of its own, what is counted, and how an act ended. */
class RecordingTest {

    @ParameterizedTest
    @CsvSource({
        "READ, 200, true, EACH",
        "READ, 403, true, EACH",
        "CREATE, 422, true, EACH",
        "CREATE, 500, true, EACH",
        "READ, 429, true, COUNTED",
        "READ, 401, false, COUNTED",
        "UNKNOWN, 400, false, COUNTED",
        "LOGIN, 302, false, COUNTED",
        "CAPABILITIES, 200, false, NOT",
        "CAPABILITIES, 200, true, NOT"
    })
    void strangersAndImpatientClientsAreCounted(
            Interaction interaction, int status, boolean known, Recording recording) {
        assertThat(Recording.of(interaction, status, known)).isEqualTo(recording);
    }

    @ParameterizedTest
    @CsvSource({
        "200, SUCCESS",
        "201, SUCCESS",
        "304, SUCCESS",
        "399, SUCCESS",
        "400, MINOR",
        "401, SERIOUS",
        "403, SERIOUS",
        "404, MINOR",
        "409, MINOR",
        "412, MINOR",
        "422, MINOR",
        "429, MINOR",
        "500, SERIOUS",
        "503, MAJOR",
        "504, SERIOUS"
    })
    void theStatusSaysHowItEnded(int status, AuditOutcome outcome) {
        assertThat(AuditOutcome.ofStatus(status)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeIsKnownByItsCode(AuditOutcome outcome) {
        assertThat(AuditOutcome.of(outcome.code())).contains(outcome);
        assertThat(AuditOutcome.of(1)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, true, C Task/1/_history/2, 1",
        "CREATED, false, c Task/1/_history/2, 1",
        "CHANGED, true, U Task/1/_history/2, 3",
        "READ, true, R Task/1/_history/2, 6",
        "DELETED, false, d Task/1/_history/2, 14"
    })
    void whatWasTouchedIsWrittenShortAndReadAgain(Touch touch, boolean asked, String written, String code) {
        var touched = new Touched(touch, "Task/1/_history/2", asked);

        assertThat(touched.written()).isEqualTo(written);
        assertThat(Touched.read(written)).isEqualTo(touched);
        assertThat(touch.code()).isEqualTo(code);
        assertThat(touch.display()).isNotEmpty();
    }

    @Test
    void aResourceIsFoundWithoutItsVersion() {
        var versioned = new Touched(Touch.READ, "Task/1/_history/2", true);

        assertThat(versioned.resource()).isEqualTo("Task/1");
        assertThat(versioned.type()).isEqualTo("Task");
        assertThat(new Touched(Touch.READ, "Task/1", true).resource()).isEqualTo("Task/1");
        assertThat(new Touched(Touch.READ, "x", true).type()).isEmpty();
    }

    @Test
    void whatNobodyWroteIsNotRead() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Touched.read("X Task/1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyActionHasItsLetter(Action action) {
        assertThat("CRUDE").contains(String.valueOf(action.code()));
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleHasAKey(AuditRule rule) {
        assertThat(rule.key())
                .isEqualTo(rule.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
