package io.github.sprigfhir.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.sprigfhir.domain.kernel.ShownCount.About;
import io.github.sprigfhir.domain.kernel.ShownCount.Masked;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts are told in fives, and not at all where they are fewer. */
class SmallNumbersTest {

    private final SmallNumbers numbers = new SmallNumbers(5, 5);

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 5", "7, 5", "8, 10", "12, 10", "13, 15", "203, 205"})
    void aCountIsRoundedToTheNearestFive(int count, int told) {
        assertThat(numbers.show(count)).isEqualTo(new About(told));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void fewerThanFiveAreNotTold(int count) {
        assertThat(numbers.show(count)).isEqualTo(new Masked());
    }

    @Test
    void aSchemeMayHideMoreAndRoundOtherwise() {
        assertThat(new SmallNumbers(10, 1).show(9)).isEqualTo(new Masked());
        assertThat(new SmallNumbers(10, 1).show(11)).isEqualTo(new About(11));
        assertThat(new SmallNumbers(10, 10).show(14)).isEqualTo(new About(10));
        assertThat(new SmallNumbers(10, 10).show(15)).isEqualTo(new About(20));
        assertThatIllegalArgumentException().isThrownBy(() -> new SmallNumbers(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SmallNumbers(5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SmallNumbers(5, 6));
        assertThat(new SmallNumbers(2, 2).show(2)).isEqualTo(new About(2));
    }

    @ParameterizedTest
    @CsvSource({"25, 5, 5", "24, 5, 5", "23, 5, 4.5", "15, 5, 3", "19, 5, 4", "100, 27, 3.5"})
    void aMeanIsToldToTheNearestHalf(int sum, int count, BigDecimal mean) {
        assertThat(numbers.mean(sum, count))
                .hasValueSatisfying(told -> assertThat(told).isEqualByComparingTo(mean));
    }

    @Test
    void aMeanOfFewIsNotTold() {
        assertThat(numbers.mean(20, 4)).isEmpty();
        assertThat(numbers.mean(0, 0)).isEmpty();
    }

    @Test
    void partsThatAreLargeEnoughAreNamed() {
        assertThat(numbers.breakDown(Map.of("LS1", 6, "LS2", 11, "LS3", 0)))
                .isEqualTo(new Breakdown(new About(15), sorted(Map.of("LS1", 5, "LS2", 10)), Optional.empty()));
    }

    @Test
    void smallPartsAreToldTogether() {
        assertThat(numbers.breakDown(Map.of("LS1", 20, "LS2", 4, "LS3", 3)))
                .isEqualTo(new Breakdown(new About(25), sorted(Map.of("LS1", 20)), Optional.of(new About(5))));
    }

    @Test
    void aSmallPartThatTheTotalLeavesOpenIsHiddenAlone() {
        assertThat(numbers.breakDown(Map.of("LS1", 200, "LS2", 3)))
                .isEqualTo(new Breakdown(new About(205), sorted(Map.of("LS1", 200)), Optional.of(new Masked())));
    }

    @Test
    void aSmallPartThatTheTotalWouldGiveAwayIsHiddenWithALargeOne() {
        // 12 + 12 + 4: told apart as 10 and 10 of 30 they would leave 4 at least.
        assertThat(numbers.breakDown(Map.of("LS1", 12, "LS2", 12, "LS3", 4)))
                .isEqualTo(new Breakdown(new About(30), sorted(Map.of("LS2", 10)), Optional.of(new About(15))));
    }

    @Test
    void answersThatEverybodyKnowsAreToldAllOrNone() {
        assertThat(numbers.distribution(Map.of("5", 8, "4", 6, "3", 0)))
                .isEqualTo(new Breakdown(new About(15), sorted(Map.of("5", 10, "4", 5, "3", 0)), Optional.empty()));
        assertThat(numbers.distribution(Map.of("5", 80, "4", 4)))
                .isEqualTo(new Breakdown(new About(85), sorted(Map.of()), Optional.of(new Masked())));
        assertThat(numbers.distribution(Map.of("5", 1)))
                .isEqualTo(new Breakdown(new Masked(), sorted(Map.of()), Optional.of(new Masked())));
        assertThat(numbers.distribution(Map.of()))
                .isEqualTo(new Breakdown(new About(0), sorted(Map.of()), Optional.empty()));
    }

    @Test
    void moreIsToldOfLargePartsAndOfTheOthersTogether() {
        assertThat(numbers.large(Map.of("a", 20, "b", 5, "c", 0))).containsExactly("a", "b");
        assertThat(numbers.large(Map.of("a", 20, "b", 3, "c", 2))).containsExactly("a");
        assertThat(numbers.large(Map.of("a", 20, "b", 7, "c", 4))).containsExactly("a");
        assertThat(numbers.large(Map.of("a", 20, "b", 4))).isEmpty();
        assertThat(numbers.large(Map.of("a", 4))).isEmpty();
        assertThat(numbers.large(Map.of())).isEmpty();
    }

    @Test
    void whatIsSmallAsAWholeIsNotToldAtAll() {
        assertThat(numbers.breakDown(Map.of("LS1", 2, "LS2", 1)))
                .isEqualTo(new Breakdown(new Masked(), sorted(Map.of()), Optional.of(new Masked())));
        assertThat(numbers.breakDown(Map.of("LS1", 3, "LS2", 3)))
                .isEqualTo(new Breakdown(new About(5), sorted(Map.of()), Optional.of(new About(5))));
    }

    private static SortedMap<String, Integer> sorted(Map<String, Integer> named) {
        return new TreeMap<>(named);
    }
}
