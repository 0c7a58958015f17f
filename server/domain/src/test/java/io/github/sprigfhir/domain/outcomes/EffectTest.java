package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held to a published data set whose answers are known. */
class EffectTest {

    /** Cushny and Peebles 1905, as Student 1908 used it; R has it as {@code sleep}. */
    private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** Of 9 degrees of freedom, from the table in Student 1908's successors (Fisher and Yates). */
    private static final double T_9 = 2.262157;

    @Test
    void theIntervalIsThatOfRsPairedTTest() {
        var effect = Effect.of(sleep(), freedom -> freedom == 9 ? T_9 : Double.NaN);

        // R 4: t.test(sleep$extra[11:20], sleep$extra[1:10], paired = TRUE): 0.7001142 2.4598858, mean 1.58.
        assertThat(effect.low()).isCloseTo(0.7001142, within(1e-6));
        assertThat(effect.high()).isCloseTo(2.4598858, within(1e-6));
    }

    @Test
    void theEffectSizesFollowTheirFormulas() {
        var effect = Effect.of(sleep(), freedom -> T_9);

        // t = 4.0621 in R; d_z is t / √10. SD of the two columns: 1.78901 and 2.002249.
        assertThat(effect.ofDifferences().orElseThrow()).isCloseTo(4.0621 / Math.sqrt(10), within(1e-4));
        assertThat(effect.ofAverage().orElseThrow()).isCloseTo(1.58 / ((1.78901 + 2.002249) / 2), within(1e-5));
        assertThat(effect.ofBaseline().orElseThrow()).isCloseTo(1.58 / 1.78901, within(1e-5));
    }

    @Test
    void partsAddUpToTheWhole() {
        var parts = pairs(0, 4).plus(pairs(4, 10)).plus(Pairs.NONE);

        assertThat(parts.paired()).isEqualTo(10);
        var whole = Effect.of(sleep(), freedom -> T_9);
        var added = Effect.of(parts, freedom -> T_9);
        assertThat(added.before()).isCloseTo(whole.before(), within(1e-12));
        assertThat(added.after()).isCloseTo(whole.after(), within(1e-12));
        assertThat(added.low()).isCloseTo(whole.low(), within(1e-12));
        assertThat(added.ofAverage().orElseThrow()).isCloseTo(whole.ofAverage().orElseThrow(), within(1e-12));
    }

    @Test
    void whereNobodyDiffersThereIsNoSize() {
        var same = new Moments(24, 72);
        var effect = Effect.of(new Pairs(9, 8, same, same, Moments.NONE, 0, 0), freedom -> 2.4);

        assertThat(effect.ofDifferences()).isEmpty();
        assertThat(effect.ofAverage()).isEmpty();
        assertThat(effect.ofBaseline()).isEmpty();
        assertThat(effect.low()).isEqualTo(effect.high()).isZero();
        assertThat(effect.before()).isEqualTo(3);
    }

    @Test
    void oneAloneHasNoSpread() {
        assertThat(new Moments(7, 49).deviation(1)).isZero();
        assertThat(new Moments(7, 49).deviation(0)).isZero();
        assertThat(new Moments(3, 5).deviation(2)).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"-1, -1, 0, 0", "5, 6, 0, 0", "6, 5, -1, 0", "6, 5, 0, -1", "6, 5, 3, 3"})
    void partsAreNotMoreThanTheWhole(long measured, long paired, long better, long worse) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pairs(measured, paired, Moments.NONE, Moments.NONE, Moments.NONE, better, worse));
    }

    private static Pairs sleep() {
        return pairs(0, FIRST.length);
    }

    private static Pairs pairs(int from, int to) {
        return new Pairs(
                to - from,
                to - from,
                moments(from, to, i -> FIRST[i]),
                moments(from, to, i -> SECOND[i]),
                moments(from, to, i -> SECOND[i] - FIRST[i]),
                0,
                0);
    }

    private static Moments moments(int from, int to, IntToDoubleFunction value) {
        return new Moments(
                IntStream.range(from, to).mapToDouble(value).sum(),
                IntStream.range(from, to)
                        .mapToDouble(value)
                        .map(one -> one * one)
                        .sum());
    }
}
