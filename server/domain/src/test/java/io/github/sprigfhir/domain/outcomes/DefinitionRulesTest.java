package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.outcomes.DefinitionFault.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is scored by a definition that contradicts itself. */
class DefinitionRulesTest {

    static Stream<Measure> sound() {
        return Stream.of(
                Known.phq9(),
                Known.patient(),
                Known.swemwbsRaw(),
                Known.swemwbs(),
                Known.happiness(),
                Known.index(),
                Known.activation());
    }

    @ParameterizedTest
    @MethodSource("sound")
    void aSoundDefinitionHasNoFault(Measure measure) {
        assertThat(DefinitionRules.faults(measure)).isEmpty();
    }

    private static List<Part> faults(Scale scale, Meaning meaning, Scoring scoring) {
        var measure = new Measure(List.of(Known.code("x")), "X", scale, meaning, scoring);
        return DefinitionRules.faults(measure).stream()
                .map(DefinitionFault::part)
                .toList();
    }

    private static List<Part> faults(Scale scale) {
        return faults(scale, meaning(), new Scoring.Given(List.of()));
    }

    private static List<Part> faults(Scoring scoring) {
        return faults(Known.whole(0, 9), meaning(), scoring);
    }

    private static Meaning meaning(Band... bands) {
        return new Meaning(Direction.HIGHER_BETTER, List.of(bands), Optional.empty());
    }

    private static List<Part> banded(Band... bands) {
        return faults(Known.whole(0, 9), meaning(bands), new Scoring.Given(List.of()));
    }

    @Test
    void aRangeGoesUp() {
        assertThat(faults(Known.whole(3, 2))).containsExactly(Part.RANGE);
        assertThat(faults(Known.whole(3, 3))).containsExactly(Part.RANGE);
        assertThat(faults(new Scale(Optional.of(BigDecimal.ONE), Optional.empty(), Optional.empty(), "1")))
                .isEmpty();
        assertThat(faults(new Scale(Optional.empty(), Optional.of(BigDecimal.ONE), Optional.empty(), "1")))
                .isEmpty();
    }

    @Test
    void aStepLeadsUp() {
        var low = Optional.of(BigDecimal.ZERO);
        var high = Optional.of(BigDecimal.TEN);
        assertThat(faults(new Scale(low, high, Optional.of(BigDecimal.ZERO), "1")))
                .containsExactly(Part.RANGE);
        assertThat(faults(new Scale(low, high, Optional.of(new BigDecimal("-1")), "1")))
                .containsExactly(Part.RANGE);
        assertThat(faults(new Scale(low, high, Optional.of(new BigDecimal("0.1")), "1")))
                .isEmpty();
    }

    @Test
    void bandsCoverTheRangeOnce() {
        assertThat(banded(Known.band("0", "4"), Known.band("5", "9"))).isEmpty();
        assertThat(banded(Known.band("0", "9"))).isEmpty();
        assertThat(banded(Known.band("0", "4"), Known.band("6", "9"))).containsExactly(Part.BANDS);
        assertThat(banded(Known.band("0", "4"), Known.band("4", "9"))).containsExactly(Part.BANDS);
        assertThat(banded(Known.band("1", "4"), Known.band("5", "9"))).containsExactly(Part.BANDS);
        assertThat(banded(Known.band("0", "4"), Known.band("5", "8"))).containsExactly(Part.BANDS);
        assertThat(banded(Known.band("0", "4"), Known.band("5", "4"), Known.band("5", "9")))
                .containsExactly(Part.BANDS);
        var open = new Scale(Optional.empty(), Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.ONE), "1");
        assertThat(faults(open, meaning(Known.band("0", "10")), new Scoring.Given(List.of())))
                .containsExactly(Part.BANDS);
        var smooth = new Scale(Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.TEN), Optional.empty(), "1");
        assertThat(faults(smooth, meaning(Known.band("0", "4"), Known.band("5", "10")), new Scoring.Given(List.of())))
                .containsExactly(Part.BANDS);
    }

    @Test
    void aReliableChangeIsMoreThanNothing() {
        for (var change : List.of("0", "-6")) {
            var meaning = new Meaning(Direction.LOWER_BETTER, List.of(), Optional.of(new BigDecimal(change)));
            assertThat(faults(Known.whole(0, 9), meaning, new Scoring.Given(List.of())))
                    .containsExactly(Part.RELIABLE_CHANGE);
        }
    }

    @Test
    void itemsGiveTheRange() {
        assertThat(faults(new Scoring.Sum(Known.items("x", 3, 0, 3), 0))).isEmpty();
        assertThat(faults(new Scoring.Sum(Known.items("x", 4, 0, 3), 0))).containsExactly(Part.RANGE);
        assertThat(faults(new Scoring.Sum(List.of(new Item(List.of(Known.code("a")), 1, 9)), 0)))
                .containsExactly(Part.RANGE);
        assertThat(faults(new Scoring.Sum(List.of(), 0))).containsExactly(Part.ITEMS);
        assertThat(faults(new Scoring.Given(Known.items("x", 1, 0, 9)))).isEmpty();
        assertThat(faults(new Scoring.Given(Known.items("x", 1, 0, 8)))).containsExactly(Part.RANGE);
        assertThat(faults(new Scoring.Given(Known.items("x", 2, 0, 8)))).isEmpty();
    }

    @Test
    void anItemHasAnswersAndACodeOfItsOwn() {
        assertThat(faults(new Scoring.Given(
                        List.of(new Item(List.of(Known.code("a")), 3, 3), new Item(List.of(Known.code("b")), 4, 3)))))
                .containsExactly(Part.ITEMS, Part.ITEMS);
        assertThat(faults(new Scoring.Given(
                        List.of(new Item(List.of(Known.code("a")), 0, 3), new Item(List.of(Known.code("a")), 0, 3)))))
                .containsExactly(Part.ITEMS);
    }

    @Test
    void someOfTheItemsMayBeMissingWhereAllAreAlike() {
        assertThat(faults(new Scoring.Sum(Known.items("x", 3, 0, 3), 2))).isEmpty();
        assertThat(faults(new Scoring.Sum(Known.items("x", 3, 0, 3), 3))).containsExactly(Part.MAY_MISS);
        assertThat(faults(new Scoring.Sum(Known.items("x", 3, 0, 3), -1))).containsExactly(Part.MAY_MISS);
        var unlike = List.of(new Item(List.of(Known.code("a")), 0, 4), new Item(List.of(Known.code("b")), 0, 5));
        assertThat(faults(new Scoring.Sum(unlike, 1))).containsExactly(Part.MAY_MISS);
    }

    @Test
    void aTableHasARowForEachRawScoreAndRises() {
        var items = Known.items("x", 1, 1, 3);
        assertThat(faults(new Scoring.Table(items, rows("1 1 2 2 3 3")))).isEmpty();
        assertThat(faults(new Scoring.Table(items, rows("1 1 3 3")))).containsExactly(Part.SCORING);
        assertThat(faults(new Scoring.Table(items, rows("1 1 2 1 3 3")))).containsExactly(Part.SCORING);
        assertThat(faults(new Scoring.Table(items, rows("1 1 2 2 3 10")))).containsExactly(Part.SCORING);
        assertThat(faults(new Scoring.Table(List.of(), new TreeMap<>(Map.of()))))
                .containsExactly(Part.ITEMS);
    }

    private static NavigableMap<Integer, BigDecimal> rows(String pairs) {
        var rows = new TreeMap<Integer, BigDecimal>();
        var words = pairs.split(" ", -1);
        for (int at = 0; at < words.length; at += 2) {
            rows.put(Integer.valueOf(words[at]), new BigDecimal(words[at + 1]));
        }
        return rows;
    }

    @Test
    void aCodeLeadsToOneScoreOfAnInstrument() {
        var twice = new Instrument(Known.code("x"), "1", "X", false, List.of(Known.phq9(), Known.phq9()));
        assertThat(DefinitionRules.faults(twice))
                .containsExactly(
                        new DefinitionFault(
                                Part.CODE, "Two scores of the instrument have the code " + Known.code("phq-9") + "."),
                        new DefinitionFault(
                                Part.CODE, "Two scores of the instrument have the code http://loinc.org|44261-6."));
        assertThat(Known.instruments().all())
                .allMatch(one -> DefinitionRules.faults(one).isEmpty());
    }
}
