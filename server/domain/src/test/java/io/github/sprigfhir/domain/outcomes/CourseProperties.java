package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What must be true of every course, whatever was measured. */
class CourseProperties {

    @Property
    void theOrderInWhichRecordsComeDoesNotMatter(
            @ForAll("measures") Measure measure,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 10) Integer> values) {
        var taken = taken(values);
        var turned = new ArrayList<>(taken);
        Collections.reverse(turned);

        assertThat(new Course(measure, turned)).isEqualTo(new Course(measure, taken));
    }

    @Property
    void theWordsSayReliableOnlyWhereTheChangeIs(
            @ForAll("measures") Measure measure,
            @ForAll @IntRange(max = 10) int first,
            @ForAll @IntRange(max = 10) int last) {
        var course = new Course(measure, taken(List.of(first, last)));
        var kind = course.change().orElseThrow().kind();
        var sentence = course.sentence();

        assertThat(sentence.contains("such an improvement")).isEqualTo(kind == Change.Kind.RELIABLY_BETTER);
        assertThat(sentence.contains("such a deterioration")).isEqualTo(kind == Change.Kind.RELIABLY_WORSE);
        assertThat(sentence.contains("unlikely to be chance")
                        && measure.meaning().reliableChange().isEmpty())
                .isFalse();
    }

    @Property
    void whatIsBetterOneWayIsWorseTheOther(
            @ForAll("measures") Measure measure,
            @ForAll @IntRange(max = 10) int first,
            @ForAll @IntRange(max = 10) int last) {
        var there = new Course(measure, taken(List.of(first, last))).change().orElseThrow();
        var back = new Course(measure, taken(List.of(last, first))).change().orElseThrow();

        assertThat(back.difference()).isEqualByComparingTo(there.difference().negate());
        assertThat(back.kind()).isEqualTo(opposite(there.kind()));
    }

    @Provide
    Arbitrary<Measure> measures() {
        return Arbitraries.of(Known.phq9(), Known.swemwbs(), Known.happiness(), Known.index());
    }

    private static Change.Kind opposite(Change.Kind kind) {
        return switch (kind) {
            case RELIABLY_BETTER -> Change.Kind.RELIABLY_WORSE;
            case RELIABLY_WORSE -> Change.Kind.RELIABLY_BETTER;
            case BETTER -> Change.Kind.WORSE;
            case WORSE -> Change.Kind.BETTER;
            case NO_RELIABLE_CHANGE, SAME -> kind;
        };
    }

    /** One each day, the values in their order. */
    private static List<Assessment> taken(List<Integer> values) {
        return IntStream.range(0, values.size())
                .mapToObj(at -> new Assessment(
                        String.valueOf(at),
                        new Taken(Instant.parse("2026-03-01T10:00:00Z").plusSeconds(at * 86_400L), Taken.Grain.DAY),
                        BigDecimal.valueOf(values.get(at))))
                .toList();
    }
}
