package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that somebody must look at raises its alert whatever the score, and no other answer does. */
class AlertTest {

    private static final Alert HARM = new Alert(0, new Coded("urn:risk", "harm"), "Harm");

    static Measure measure(int above) {
        return new Measure(
                List.of(Known.code("two")),
                "Two items",
                Known.whole(0, 6),
                Known.lowerBetter(1),
                new Scoring.Sum(
                        List.of(
                                new Item(List.of(Known.code("a")), 0, 3),
                                new Item(
                                        List.of(Known.code("b"), new Coded(Known.LOINC, "b")),
                                        0,
                                        3,
                                        Optional.of(new Alert(above, HARM.risk(), HARM.title())))),
                        0));
    }

    @Test
    void itDoesNotWaitForAScore() {
        var answers = new Answers(Map.of(new Coded(Known.LOINC, "b"), BigDecimal.ONE));

        assertThat(measure(0).score(answers).points()).isEmpty();
        assertThat(measure(0).alerts(answers)).containsExactly(HARM);
    }

    @Test
    void aRefusedOutcomeRaisesNone() {
        var instrument = new Instrument(Known.code("two"), "1", "Two", true, List.of(measure(0)));
        var item = new Submitted.SentItem(List.of(Known.code("b")), Optional.of(BigDecimal.valueOf(2)), false);
        var sent = new Submitted(
                List.of(Known.code("two")),
                "1",
                List.of(Known.code("two")),
                Optional.empty(),
                List.of(item),
                List.of());

        assertThat(MeasureRules.alerts(sent, new Instruments(List.of(instrument))))
                .containsExactly(HARM);
        assertThat(MeasureRules.alerts(sent, new Instruments(List.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 0", "2, 0", "3, 1"})
    void itTellsSomeAnswersFromOthersOrIsAFault(int above, int faults) {
        assertThat(DefinitionRules.faults(measure(above)))
                .filteredOn(fault -> fault.part() == DefinitionFault.Part.ITEMS)
                .hasSize(faults);
    }
}
