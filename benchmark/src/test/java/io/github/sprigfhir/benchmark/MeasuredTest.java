package io.github.sprigfhir.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The figures must be those of the requests, errors included. */
class MeasuredTest {

    private static Measured requests(int count, long seconds) {
        return Measured.of(
                LongStream.rangeClosed(1, count).map(ms -> ms * 1_000_000).boxed(), Map.of(), seconds * 1_000_000_000);
    }

    @Test
    void aPercentileIsTheSmallestTimeThatThisShareDidNotExceed() {
        var hundred = requests(100, 10);

        assertThat(hundred.percentile(0.50)).isEqualTo(50);
        assertThat(hundred.percentile(0.95)).isEqualTo(95);
        assertThat(hundred.percentile(0.99)).isEqualTo(99);
        assertThat(requests(1, 1).percentile(0.99)).isEqualTo(1);
    }

    @Test
    void onlyWhatWasTakenCountsTowardsTheRate() {
        var refused = Measured.of(LongStream.of(5).boxed(), Map.of(422, 99), 1_000_000_000);

        assertThat(refused.rate()).isEqualTo(1);
        assertThat(refused.failures()).isEqualTo(99);
        assertThat(refused.summary()).contains("{422=99}");
    }

    @Test
    void stretchesAddUp() {
        var both = requests(100, 10).and(requests(50, 20));

        assertThat(both.rate()).isEqualTo(5);
        assertThat(both.percentile(1)).isEqualTo(100);
    }

    @Test
    void theRatioOfAComparisonIsTheMedianOfItsPairs() {
        var comparison = new Comparison(List.of(
                new Comparison.Pair(requests(90, 1), requests(100, 1)),
                new Comparison.Pair(requests(10, 1), requests(100, 1)),
                new Comparison.Pair(requests(80, 1), requests(100, 1))));

        assertThat(comparison.median()).isCloseTo(0.8, within(1e-9));
        assertThat(comparison.summary()).contains("Ratio 0.80", "smallest 0.10", "greatest 0.90");
    }
}
