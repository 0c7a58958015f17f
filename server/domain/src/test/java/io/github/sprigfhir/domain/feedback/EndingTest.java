package io.github.sprigfhir.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sprigfhir.domain.handover.HandoverState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EndingTest {

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, This was completed.",
        "REJECTED, This was not taken on.",
        "FAILED, This ended before it was completed.",
        "CANCELLED, This was cancelled."
    })
    void everyEndHasItsOpening(HandoverState state, String opening) {
        assertThat(new Ending(state, Optional.empty(), List.of()).text()).isEqualTo(opening);
    }

    @Test
    void reasonAndWhatHappenedFollow() {
        assertThat(new Ending(HandoverState.FAILED, Optional.of("Moved away"), List.of("She sends her thanks.")).text())
                .isEqualTo("This ended before it was completed. Reason: Moved away. She sends her thanks.");
    }

    @Test
    void aReasonThatIsASentenceKeepsItsFullStop() {
        assertThat(new Ending(HandoverState.REJECTED, Optional.of("She has moved."), List.of()).text())
                .isEqualTo("This was not taken on. Reason: She has moved.");
    }

    @ParameterizedTest
    @EnumSource(
            value = HandoverState.class,
            names = {"REQUESTED", "RECEIVED", "ACCEPTED", "IN_PROGRESS", "ON_HOLD"})
    void whatIsOpenHasNoEnding(HandoverState state) {
        assertThatThrownBy(() -> new Ending(state, Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
