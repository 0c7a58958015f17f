package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.sprigfhir.domain.kernel.ShownCount.About;
import io.github.sprigfhir.domain.kernel.ShownCount.Masked;
import io.github.sprigfhir.domain.kernel.SmallNumbers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

/** A quartile is told where there are many on either side of it. */
class SpreadTest {

    private static final SmallNumbers NUMBERS = new SmallNumbers(5, 5);

    @Test
    void ofTwentyTheQuartilesAreTold() {
        var told = Spread.of(oneToEach(20, 7), NUMBERS);

        assertThat(told.counted()).isEqualTo(new About(20));
        assertThat(told.without()).isEqualTo(new About(5));
        // By nearest rank: the 5th, the 10th and the 15th of 1 to 20.
        assertThat(told.figures())
                .containsExactly(
                        Map.entry(Figure.LOWER_QUARTILE, 5),
                        Map.entry(Figure.MEDIAN, 10),
                        Map.entry(Figure.UPPER_QUARTILE, 15));
    }

    @Test
    void ofTenTheMedianIsToldAndOfFewerNothing() {
        assertThat(Spread.of(oneToEach(19, 0), NUMBERS).figures()).containsOnly(Map.entry(Figure.MEDIAN, 10));
        assertThat(Spread.of(oneToEach(10, 0), NUMBERS).figures()).containsOnly(Map.entry(Figure.MEDIAN, 5));
        assertThat(Spread.of(oneToEach(9, 0), NUMBERS).figures()).isEmpty();
        assertThat(Spread.of(oneToEach(4, 3), NUMBERS)).isEqualTo(new Spread(new Masked(), new Masked(), Map.of()));
    }

    @Test
    void partsOfFewAreTogetherAndWhatOneHidesAllHide() {
        var told = Spread.division(
                Map.of("a", oneToEach(20, 2), "b", oneToEach(20, 6), "c", oneToEach(3, 5), "d", oneToEach(4, 5)),
                NUMBERS);

        assertThat(told).containsOnlyKeys("a", "b", ToldChange.OTHERS);
        assertThat(told.values()).extracting(Spread::without).containsOnly(new Masked());
        assertThat(told.get(ToldChange.OTHERS)).isEqualTo(new Spread(new About(5), new Masked(), Map.of()));
        assertThat(told.get("a")).isNotNull().satisfies(part -> assertThat(part.figures())
                .containsEntry(Figure.MEDIAN, 10));
    }

    @Test
    void amongNoneThereIsNoQuantile() {
        assertThatIllegalStateException().isThrownBy(() -> Histogram.NONE.quantile(0.5));
    }

    /** As a sorted list has it. */
    @Property
    void aQuantileIsTheNumberOfItsRank(
            @ForAll @NotEmpty List<@IntRange(max = 60) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        var sorted = numbers.stream().sorted().toList();

        assertThat(histogram(numbers, 0).quantile(percent / 100.0))
                .isEqualTo(sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1));
    }

    private static Histogram oneToEach(int most, int without) {
        return histogram(IntStream.rangeClosed(1, most).boxed().toList(), without);
    }

    private static Histogram histogram(Collection<Integer> numbers, int without) {
        var counts = new TreeMap<Integer, Integer>();
        numbers.forEach(number -> counts.merge(number, 1, Integer::sum));
        return new Histogram(counts, without);
    }
}
