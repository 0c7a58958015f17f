package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of each thing that was measured the latest few are kept, and everything is of one thing. */
class LatestTest {

    /** Each record is its codes, the newest first; what comes back is the places of those that are kept. */
    @ParameterizedTest
    @CsvSource({
        "a b a b a, 1, 0 1",
        "a b a b a, 2, 0 1 2 3",
        "a b a b a, 9, 0 1 2 3 4",
        "a+b b a, 1, 0",
        "a b a+b, 1, 0",
        "a - - a, 1, 0 1 2",
        "-, 1, 0"
    })
    void theLatestOfEachGroupIsKept(String records, int most, String kept) {
        var all = Arrays.stream(records.split(" ")).toList();
        var places = IntStream.range(0, all.size()).boxed().toList();

        assertThat(Latest.of(places, place -> codes(all.get(place)), most))
                .containsExactlyElementsOf(
                        Arrays.stream(kept.split(" ")).map(Integer::valueOf).toList());
    }

    private static Set<Coded> codes(String written) {
        return written.equals("-")
                ? Set.of()
                : Arrays.stream(written.split("\\+")).map(Known::code).collect(Collectors.toSet());
    }
}
