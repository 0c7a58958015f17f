package io.github.sprigfhir.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.ShownCount.About;
import io.github.sprigfhir.domain.kernel.ShownCount.Masked;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Nothing that is told lets a small count be worked out. */
class SmallNumbersProperties {

    private static final int UNDER = 5;
    private static final SmallNumbers NUMBERS = new SmallNumbers(UNDER, 5);

    /** Whoever knows the rules, and what is told, but not which areas there are. */
    @Property
    void ofARestThatIsToldAnyAreaMayHaveAnyFew(
            @ForAll("tables") Map<String, Integer> table, @ForAll @IntRange(min = 1, max = 4) int few) {
        var told = NUMBERS.breakDown(table);
        var other = new HashMap<>(table);
        other.keySet().retainAll(told.named().keySet());
        var rest = table.values().stream().mapToInt(Integer::intValue).sum()
                - other.values().stream().mapToInt(Integer::intValue).sum();

        if (rest >= UNDER) {
            other.put("some area", few);
            for (int i = few; i < rest; i++) {
                other.put("area " + i, 1);
            }
            assertThat(NUMBERS.breakDown(other)).isEqualTo(told);
        }
    }

    /**
     * Whoever takes everything that is told from the total, with every rounding at its worst, and has found out by any
     * number of other reports what the total is exactly. Those divide the same people by something else, and tell of their
     * number what their parts add up to, but nothing of how the two divisions meet.
     */
    @Property
    void whatIsNotToldStaysOpenToWhoeverKnowsTheTotal(@ForAll("tables") Map<String, Integer> table) {
        var told = NUMBERS.breakDown(table);

        if (told.rest().equals(Optional.of(new Masked())) && told.total() instanceof About) {
            var total = table.values().stream().mapToInt(Integer::intValue).sum();
            var most = total;
            var least = total;
            for (var named : told.named().values()) {
                most -= Math.max(UNDER, named - 2);
                least -= named + 2;
            }
            assertThat(least).isLessThanOrEqualTo(1);
            assertThat(most).isGreaterThanOrEqualTo(UNDER - 1);
        }
    }

    @Property
    void whatMoreIsToldOfIsManyAndSoIsTheRest(@ForAll("tables") Map<String, Integer> table) {
        var large = NUMBERS.large(table);
        var rest = table.entrySet().stream()
                .filter(part -> !large.contains(part.getKey()) && part.getValue() > 0)
                .mapToInt(Map.Entry::getValue)
                .toArray();

        assertThat(large)
                .allSatisfy(part -> assertThat(table.getOrDefault(part, 0)).isGreaterThanOrEqualTo(UNDER));
        var together = IntStream.of(rest).sum();
        assertThat(together == 0 || together >= UNDER || large.isEmpty()).isTrue();
        assertThat(rest.length == 1 && !large.isEmpty()).isFalse();
    }

    @Property
    void everyPartIsNamedByItsOwnCountOrCountedInTheRest(@ForAll("tables") Map<String, Integer> table) {
        var told = NUMBERS.breakDown(table);
        var rest = table.entrySet().stream()
                .filter(part -> !told.named().containsKey(part.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();

        assertThat(told.total())
                .isEqualTo(NUMBERS.show(
                        table.values().stream().mapToInt(Integer::intValue).sum()));
        assertThat(told.rest().orElse(new About(0))).isEqualTo(NUMBERS.show(rest));
        told.named().forEach((area, count) -> {
            assertThat(table.getOrDefault(area, 0)).isGreaterThanOrEqualTo(UNDER);
            assertThat(count).isBetween(table.getOrDefault(area, 0) - 2, table.getOrDefault(area, 0) + 2);
        });
    }

    /** Whoever knows the rules, what is told, and that these are all answers there are. */
    @Example
    void anAnswerThatIsNotToldMayHaveAnyFewWhoeverKnowsAllAnswers() {
        var most = 40;
        var possible = new HashMap<Breakdown, Map<String, Set<Integer>>>();
        for (int yes = 0; yes <= most; yes++) {
            for (int no = 0; no <= most; no++) {
                var table = Map.of("yes", yes, "no", no);
                var values = possible.computeIfAbsent(NUMBERS.distribution(table), told -> new HashMap<>());
                table.forEach((answer, count) ->
                        values.computeIfAbsent(answer, any -> new HashSet<>()).add(count));
            }
        }

        possible.forEach((told, values) -> values.forEach((answer, counts) -> {
            if (told.total() instanceof About total
                    && total.count() < most
                    && counts.stream().anyMatch(count -> count > 0 && count < UNDER)) {
                assertThat(counts).as("%s of %s", answer, told).contains(1, 2, 3, 4);
            }
        }));
    }

    /** Otherwise one person who comes or goes could be seen by what is told of others. */
    @Property
    void aRestThatIsToldIsOfSeveralParts(@ForAll("tables") Map<String, Integer> table) {
        var told = NUMBERS.breakDown(table);

        if (told.rest().isPresent() && told.rest().get() instanceof About) {
            assertThat(table.entrySet().stream()
                            .filter(part -> part.getValue() > 0)
                            .filter(part -> !told.named().containsKey(part.getKey())))
                    .hasSizeGreaterThan(1);
        }
    }

    @Provide
    Arbitrary<Map<String, Integer>> tables() {
        return Arbitraries.maps(
                        Arbitraries.strings().withCharRange('A', 'Z').ofLength(2),
                        Arbitraries.oneOf(List.of(
                                Arbitraries.integers().between(0, 8),
                                Arbitraries.integers().between(0, 300))))
                .ofMaxSize(12);
    }
}
