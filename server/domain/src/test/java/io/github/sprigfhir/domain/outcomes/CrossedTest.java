package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Breakdown;
import io.github.sprigfhir.domain.kernel.ShownCount.About;
import io.github.sprigfhir.domain.kernel.ShownCount.Masked;
import io.github.sprigfhir.domain.kernel.SmallNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** In a table that is told no cell is of few, and none of those taken together can be found from its margins. */
class CrossedTest {

    private static final SmallNumbers NUMBERS = new SmallNumbers(5, 5);

    @Test
    void aTableOfManyIsToldInFull() {
        var told = Crossed.told(Map.of("a", Map.of("x", 31, "y", 12), "b", Map.of("x", 50, "y", 20)), NUMBERS);

        assertThat(told)
                .containsEntry("a", new Breakdown(new About(45), sorted(Map.of("x", 30, "y", 10)), Optional.empty()))
                .containsEntry("b", new Breakdown(new About(70), sorted(Map.of("x", 50, "y", 20)), Optional.empty()));
    }

    @Test
    void aColumnOfFewInOneRowIsTakenTogetherInAllWithTheSmallestOther() {
        var told = Crossed.told(
                Map.of(
                        "a", Map.of("x", 30, "y", 10, "z", 3),
                        "b", Map.of("x", 50, "y", 20, "z", 40)),
                NUMBERS);

        assertThat(told.get("a"))
                .isEqualTo(new Breakdown(new About(45), sorted(Map.of("x", 30)), Optional.of(new About(15))));
        assertThat(told.get("b"))
                .isEqualTo(new Breakdown(new About(110), sorted(Map.of("x", 50)), Optional.of(new About(60))));
    }

    @Test
    void rowsOfFewAreTakenTogether() {
        var told = Crossed.told(Map.of("a", Map.of("x", 30), "b", Map.of("x", 3), "c", Map.of("x", 4)), NUMBERS);

        assertThat(told).containsOnlyKeys("a", ToldChange.OTHERS);
        assertThat(told.get(ToldChange.OTHERS))
                .isEqualTo(new Breakdown(new About(5), sorted(Map.of("x", 5)), Optional.empty()));
    }

    @Test
    void whereAllAreFewNotEvenTheyAreTold() {
        var told = Crossed.told(Map.of("a", Map.of("x", 1), "b", Map.of("y", 2)), NUMBERS);

        assertThat(told)
                .containsOnly(Map.entry(
                        ToldChange.OTHERS, new Breakdown(new Masked(), new TreeMap<>(), Optional.of(new Masked()))));
    }

    @Property
    void whatIsToldIsOfManyOrOfNone(@ForAll("tables") Map<String, Map<String, Integer>> table) {
        var told = Crossed.told(table, NUMBERS);

        var all = table.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(told.values()).allSatisfy(row -> {
            assertThat(row.named().values()).allMatch(count -> count == 0 || count >= 5);
            if (all == 0 || all >= 5) {
                assertThat(row.total()).isInstanceOf(About.class);
                row.rest().ifPresent(rest -> assertThat(rest).isInstanceOf(About.class));
            }
        });
    }

    /**
     * The strongest attacker knows this code, and holds what is told of the whole and of its division against every table
     * that there could be. Of a cell of few, as many numbers stay possible as there are few.
     */
    @Test
    void nobodyIsFoundByTryingEveryTable() {
        var most = 16;
        var possible = new HashMap<List<Object>, List<Set<Integer>>>();
        var seen = new HashMap<List<Object>, List<int[]>>();
        for (int a = 0; a <= most; a++) {
            for (int b = 0; b <= most; b++) {
                for (int c = 0; c <= most; c++) {
                    for (int d = 0; d <= most; d++) {
                        var cells = new int[] {a, b, c, d};
                        var table = Map.of("1", Map.of("x", a, "y", b), "2", Map.of("x", c, "y", d));
                        var whole = Map.of("", Map.of("x", a + c, "y", b + d));
                        List<Object> told = List.of(Crossed.told(table, NUMBERS), Crossed.told(whole, NUMBERS));
                        var values = possible.computeIfAbsent(told, first -> IntStream.range(0, 4)
                                .<Set<Integer>>mapToObj(cell -> new TreeSet<>())
                                .toList());
                        IntStream.range(0, 4).forEach(cell -> values.get(cell).add(cells[cell]));
                        if (a + b + c + d <= most) {
                            seen.computeIfAbsent(told, first -> new ArrayList<>())
                                    .add(cells);
                        }
                    }
                }
            }
        }

        seen.forEach((told, tables) -> tables.forEach(cells -> IntStream.range(0, 4)
                .filter(cell -> cells[cell] > 0 && cells[cell] < NUMBERS.under())
                .forEach(cell -> assertThat(
                                possible.getOrDefault(told, List.of()).get(cell))
                        .as("%s of which %s is told", List.of(cells[0], cells[1], cells[2], cells[3]), told)
                        .hasSizeGreaterThanOrEqualTo(NUMBERS.under() - 1))));
    }

    @Provide
    Arbitrary<Map<String, Map<String, Integer>>> tables() {
        var counts = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 8), Arbitraries.integers().between(0, 200));
        var names = Arbitraries.strings().withCharRange('a', 'f').ofLength(1);
        return Arbitraries.maps(
                        names, Arbitraries.maps(names, counts).ofMinSize(1).ofMaxSize(5))
                .ofMaxSize(6);
    }

    private static SortedMap<String, Integer> sorted(Map<String, Integer> counts) {
        return new TreeMap<>(counts);
    }
}
