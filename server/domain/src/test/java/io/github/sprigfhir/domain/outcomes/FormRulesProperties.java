package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is answered, it counts as it was answered or is refused. */
class FormRulesProperties {

    @Property
    void whatIsUnderstoodIsScoredAsItWasAnswered(
            @ForAll @Size(9) List<@IntRange(max = 3) Integer> said, @ForAll @IntRange(max = 9) int open) {
        var replies = IntStream.range(0, 9)
                .mapToObj(at -> at < open
                        ? new Reply("phq-9-" + (at + 1), Optional.empty())
                        : FormRulesTest.chosen(at + 1, said.get(at)))
                .toArray(Reply[]::new);

        var score = Known.phq9().score(FormRulesTest.answers(FormRulesTest.PHQ9, replies));

        assertThat(score.points().map(BigDecimal::intValueExact))
                .isEqualTo(
                        open == 0
                                ? Optional.of(said.stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())
                                : Optional.empty());
    }

    @Property
    void oneWrongAnswerIsNeverHiddenByRightOnes(
            @ForAll @IntRange(max = 8) int at, @ForAll String linkId, @ForAll @IntRange(max = 3) int answer) {
        Assume.that(FormRulesTest.PHQ9.question(linkId).isEmpty());
        var replies = IntStream.range(0, 9)
                .mapToObj(
                        one -> one == at ? new Reply(linkId, Optional.empty()) : FormRulesTest.chosen(one + 1, answer))
                .toArray(Reply[]::new);

        assertThat(FormRulesTest.refusals(FormRulesTest.PHQ9, "1", replies))
                .extracting(OutcomeRefusal::element)
                .containsExactly("item[%d].linkId".formatted(at));
    }
}
