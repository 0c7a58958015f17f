package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What must be true of the latest few, whatever was measured. */
class LatestProperties {

    @Property
    void ofEachCodeAloneTheFirstFewAreKeptInTheirOrder(
            @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> codes,
            @ForAll @IntRange(min = 1, max = 4) int most) {
        var places = IntStream.range(0, codes.size()).boxed().toList();

        var kept = Latest.of(places, place -> Set.of(Known.code(String.valueOf(codes.get(place)))), most);

        assertThat(kept).isSorted();
        for (var code : codes) {
            var all = places.stream()
                    .filter(place -> codes.get(place).equals(code))
                    .toList();
            assertThat(kept.stream().filter(place -> codes.get(place).equals(code)))
                    .containsExactlyElementsOf(all.subList(0, Math.min(most, all.size())));
        }
    }
}
