package io.github.sprigfhir.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The laws of age bounds. */
class AgesProperties {

    @Property
    void bothBoundsAreIncludedAndNothingBeyond(
            @ForAll @IntRange(max = 110) int one, @ForAll @IntRange(max = 110) int other) {
        var lowest = Math.min(one, other);
        var highest = Math.max(one, other);
        var ages = new Ages(Optional.of(lowest), Optional.of(highest));

        assertThat(ages.include(lowest)).isTrue();
        assertThat(ages.include(highest)).isTrue();
        assertThat(ages.include(lowest - 1)).isFalse();
        assertThat(ages.include(highest + 1)).isFalse();
    }

    @Property
    void withoutABoundThereIsNone(@ForAll @IntRange(max = 130) int age, @ForAll @IntRange(max = 110) int bound) {
        assertThat(Ages.ALL.include(age)).isTrue();
        assertThat(new Ages(Optional.of(bound), Optional.empty()).include(age)).isEqualTo(age >= bound);
        assertThat(new Ages(Optional.empty(), Optional.of(bound)).include(age)).isEqualTo(age <= bound);
    }
}
