package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.ShownCount.About;
import io.github.sprigfhir.domain.kernel.ShownCount.Masked;
import io.github.sprigfhir.domain.kernel.SmallNumbers;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Change is told of many, roundly, and so that nobody can be taken out of it. */
class ToldChangeTest {

    private static final SmallNumbers NUMBERS = new SmallNumbers(5, 5);

    @Test
    void ofManyEverythingIsTold() {
        var told = told(pairs(130, 100, 60, 10));

        assertThat(told.measured()).isEqualTo(new About(130));
        assertThat(told.paired()).isEqualTo(new About(100));
        assertThat(told.alone()).isEqualTo(new About(30));
        assertThat(told.figures())
                .containsOnlyKeys(EnumSet.range(Figure.MEAN_BEFORE, Figure.NO_FOLLOW_UP))
                .containsEntry(Figure.MEAN_BEFORE, new BigDecimal("4.0"))
                .containsEntry(Figure.MEAN_AFTER, new BigDecimal("6.0"))
                .containsEntry(Figure.MEAN_CHANGE, new BigDecimal("2.0"))
                .containsEntry(Figure.IMPROVED, new BigDecimal("60"))
                .containsEntry(Figure.UNCHANGED, new BigDecimal("30"))
                .containsEntry(Figure.DETERIORATED, new BigDecimal("10"))
                .containsEntry(Figure.NO_FOLLOW_UP, new BigDecimal("23"));
        // Changes are 1 and 3, half of each: a deviation of 1.005.
        assertThat(told.figures().get(Figure.EFFECT_DZ)).isEqualByComparingTo("2.0");
        assertThat(told.figures().get(Figure.CHANGE_LOW)).isEqualByComparingTo("1.8");
        assertThat(told.figures().get(Figure.CHANGE_HIGH)).isEqualByComparingTo("2.2");
    }

    @Test
    void ofFewNothingIsTold() {
        var told = told(pairs(4, 4, 2, 0));

        assertThat(told.measured()).isEqualTo(new Masked());
        assertThat(told.paired()).isEqualTo(new Masked());
        assertThat(told.alone()).isEqualTo(new Masked());
        assertThat(told.figures()).isEmpty();
    }

    @Test
    void whereNobodyHasAFollowUpThereAreNoFigures() {
        var told = told(pairs(40, 0, 0, 0));

        assertThat(told.measured()).isEqualTo(new About(40));
        assertThat(told.paired()).isEqualTo(new About(0));
        assertThat(told.alone()).isEqualTo(new About(40));
        assertThat(told.figures()).isEmpty();
    }

    @Test
    void fewWithoutAFollowUpAreHiddenWithWhatTheyCouldBeTakenFrom() {
        var told = told(pairs(102, 100, 60, 10));

        assertThat(told.measured()).isEqualTo(new Masked());
        assertThat(told.paired()).isEqualTo(new About(100));
        assertThat(told.alone()).isEqualTo(new Masked());
        assertThat(told.figures()).doesNotContainKey(Figure.NO_FOLLOW_UP).containsKey(Figure.IMPROVED);
    }

    @Test
    void fewWhoDeterioratedAreHiddenWithAllOtherPercentages() {
        assertThat(told(pairs(100, 100, 60, 3)).figures())
                .doesNotContainKeys(Figure.IMPROVED, Figure.UNCHANGED, Figure.DETERIORATED)
                .containsEntry(Figure.NO_FOLLOW_UP, new BigDecimal("0"));
        assertThat(told(pairs(100, 100, 3, 60)).figures()).doesNotContainKey(Figure.UNCHANGED);
        assertThat(told(pairs(100, 100, 60, 37)).figures()).doesNotContainKey(Figure.IMPROVED);
        assertThat(told(pairs(100, 100, 100, 0)).figures()).containsEntry(Figure.DETERIORATED, new BigDecimal("0"));
    }

    @Test
    void whereNothingChangedTheEffectIsNone() {
        var still = new Pairs(10, 10, new Moments(40, 170), new Moments(40, 170), new Moments(0, 10), 0, 0);

        assertThat(told(still).figures().get(Figure.EFFECT_DZ)).isEqualByComparingTo("0");
        var alike = new Pairs(10, 10, new Moments(40, 160), new Moments(50, 250), new Moments(10, 10), 0, 0);
        assertThat(told(alike).figures())
                .doesNotContainKeys(Figure.EFFECT_DZ, Figure.EFFECT_DAV, Figure.EFFECT_BASELINE);
    }

    @Test
    void partsOfFewAreTakenTogether() {
        var parts = ToldChange.parts(
                Map.of(
                        "a",
                        pairs(50, 40, 0, 0),
                        "b",
                        pairs(9, 4, 0, 0),
                        "c",
                        pairs(20, 20, 0, 0),
                        "d",
                        pairs(9, 0, 0, 0)),
                NUMBERS);

        assertThat(parts).containsOnlyKeys("a", ToldChange.OTHERS);
        var others = parts.getOrDefault(ToldChange.OTHERS, Pairs.NONE);
        assertThat(others.paired()).isEqualTo(24);
        assertThat(others.measured()).isEqualTo(38);
    }

    @Test
    void whatOnePartHidesAllPartsHide() {
        var parts = ToldChange.division(
                Map.of("a", pairs(50, 40, 20, 10), "b", pairs(42, 40, 20, 10), "c", pairs(40, 40, 20, 2)),
                10,
                NUMBERS,
                freedom -> 1.984);

        assertThat(parts).containsOnlyKeys("a", "b", "c");
        assertThat(parts.values()).allSatisfy(part -> {
            assertThat(part.measured()).isEqualTo(new Masked());
            assertThat(part.paired()).isEqualTo(new About(40));
            assertThat(part.alone()).isEqualTo(new Masked());
            assertThat(part.figures())
                    .containsKey(Figure.MEAN_CHANGE)
                    .doesNotContainKeys(Figure.IMPROVED, Figure.UNCHANGED, Figure.DETERIORATED, Figure.NO_FOLLOW_UP);
        });
    }

    /** What is told of a part of few would be told by taking the others from the whole. */
    @Property
    void everyPartThatIsToldIsOfManyOrTheWholeIsOfFew(@ForAll("tables") Map<String, Pairs> table) {
        var parts = ToldChange.parts(table, NUMBERS);
        var whole = table.values().stream().reduce(Pairs.NONE, Pairs::plus);

        assertThat(parts.values().stream().reduce(Pairs.NONE, Pairs::plus)).isEqualTo(whole);
        if (parts.size() > 1) {
            assertThat(parts.values()).allSatisfy(part -> assertThat(part.paired() == 0 || part.paired() >= 5)
                    .isTrue());
        }
    }

    @Provide
    Arbitrary<Map<String, Pairs>> tables() {
        var counts = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 8), Arbitraries.integers().between(0, 200));
        var pairs = Combinators.combine(counts, counts).as((paired, more) -> pairs(paired + more, paired, 0, 0));
        return Arbitraries.maps(Arbitraries.strings().withCharRange('a', 'z').ofLength(2), pairs)
                .ofMaxSize(10);
    }

    private static ToldChange told(Pairs pairs) {
        return ToldChange.of(pairs, 10, NUMBERS, freedom -> 1.984);
    }

    /** Half begin at 3, half at 5; the former change by 3, the latter by 1. */
    private static Pairs pairs(int measured, int paired, int better, int worse) {
        var half = paired / 2.0;
        return new Pairs(
                measured,
                paired,
                new Moments(half * 3 + half * 5, half * 9 + half * 25),
                new Moments(paired * 6.0, paired * 36.0),
                new Moments(half * 3 + half, half * 9 + half),
                better,
                worse);
    }
}
