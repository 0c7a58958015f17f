package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures are told only as finely as one person cannot move them. */
class PrecisionTest {

    @ParameterizedTest
    @CsvSource({"10, 1", "100, 0.1", "120, 0.1", "50, 0.2", "20, 0.5", "5, 2", "1, 10", "2, 5", "1000000, 0.001"})
    void theStepIsTheFinestThatIsCoarseEnough(int people, BigDecimal step) {
        assertThat(Precision.of(10.0 / people).step()).isEqualByComparingTo(step);
    }

    @ParameterizedTest
    @CsvSource({"6.449, 0.1, 6.4", "6.45, 0.1, 6.5", "-1.26, 0.5, -1.5", "13, 10, 10", "0.04, 0.1, 0.0", "7, 0.2, 7.0"})
    void aFigureIsToldToTheNearestStep(double figure, BigDecimal step, String told) {
        assertThat(new Precision(step).tell(figure)).hasToString(told);
    }

    /** Somebody of n who says the least instead of the most moves the mean by less than two steps. */
    @Property
    void onePersonMovesWhatIsToldByAStepOrNothing(
            @ForAll @IntRange(min = 5, max = 100_000) int people,
            @ForAll @DoubleRange(min = 0, max = 10) double mean,
            @ForAll @DoubleRange(min = 0, max = 10) double difference) {
        var precision = Precision.of(10.0 / people);

        var moved = precision.tell(mean).subtract(precision.tell(mean + difference / people));

        assertThat(moved.abs()).isLessThanOrEqualTo(precision.step());
    }
}
