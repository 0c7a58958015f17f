package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must be true of every score, whatever is answered. */
class ScoringProperties {

    @Property
    void aScoreIsAlwaysPossible(@ForAll("measures") Measure measure, @ForAll("picks") List<Integer> picks) {
        var answers = answers(measure, picks);
        measure.score(answers).points().ifPresent(score -> {
            assertThat(measure.scale().holds(score)).isTrue();
            assertThat(measure.scale().isOnStep(score)).isTrue();
        });
    }

    @Property
    void aHigherAnswerNeverMakesALowerScore(
            @ForAll("measures") Measure measure,
            @ForAll("picks") List<Integer> picks,
            @ForAll @IntRange(max = 8) int at) {
        var items = measure.scoring().items();
        var before = answers(measure, picks);
        var values = new HashMap<>(before.values());
        var item = items.get(at % items.size());
        var code = item.codes().get(0);
        var higher = values.computeIfPresent(
                code, (key, answer) -> answer.add(BigDecimal.ONE).min(BigDecimal.valueOf(item.high())));
        var was = measure.score(before).points();
        var is = measure.score(new Answers(values)).points();
        assertThat(is.isPresent()).isEqualTo(was.isPresent());
        if (higher != null && was.isPresent()) {
            assertThat(is.orElseThrow()).isGreaterThanOrEqualTo(was.get());
        }
    }

    @Property
    void tooManyMissingItemsNeverGiveAScore(@ForAll("measures") Measure measure, @ForAll("picks") List<Integer> picks) {
        var answers = answers(measure, picks);
        int missing = measure.scoring().items().size() - answers.values().size();
        int mayMiss = measure.scoring() instanceof Scoring.Sum sum ? sum.mayMiss() : 0;
        assertThat(measure.score(answers).points().isPresent()).isEqualTo(missing <= mayMiss);
    }

    @Property
    void anAnswerThatNobodyCanGiveGivesNoScore(
            @ForAll("measures") Measure measure, @ForAll @IntRange(min = -1000, max = 1000) int answer) {
        var values = new HashMap<>(answers(measure, List.of(0)).values());
        var item = measure.scoring().items().get(0);
        values.put(item.codes().get(0), BigDecimal.valueOf(answer, 1));
        boolean possible = answer % 10 == 0 && answer / 10 >= item.low() && answer / 10 <= item.high();
        assertThat(measure.score(new Answers(values)).points().isPresent()).isEqualTo(possible);
    }

    @Property
    void whatAServerScoresItAlsoTakes(
            @ForAll @IntRange(min = 1, max = 5) int low, @ForAll("picks") List<Integer> picks) {
        var measure = Known.swemwbs();
        var answers =
                answers(measure, picks.stream().map(pick -> Math.max(pick, low)).toList());
        measure.score(answers).points().ifPresent(score -> {
            var sent = new Submitted(
                    List.of(Known.code("swemwbs")),
                    "1",
                    measure.codes(),
                    java.util.Optional.of(new Submitted.Amount(score, Known.POINTS)),
                    measure.scoring().items().stream()
                            .map(item -> new Submitted.SentItem(item.codes(), answers.to(item), false))
                            .toList(),
                    List.of());
            assertThat(MeasureRules.decide(sent, Known.instruments())).isInstanceOf(OutcomeDecision.Accepted.class);
        });
    }

    @Property
    void thereAndBackIsTheOppositeChange(
            @ForAll("measures") Measure measure,
            @ForAll @IntRange(max = 40) int first,
            @ForAll @IntRange(max = 40) int last) {
        var there = measure.change(BigDecimal.valueOf(first), BigDecimal.valueOf(last));
        var back = measure.change(BigDecimal.valueOf(last), BigDecimal.valueOf(first));
        assertThat(back.difference()).isEqualByComparingTo(there.difference().negate());
        assertThat(back.kind()).isEqualTo(opposite(there.kind()));
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

    @Provide
    Arbitrary<Measure> measures() {
        return Arbitraries.of(Known.phq9(), Known.patient(), Known.swemwbsRaw(), Known.swemwbs(), Known.happiness());
    }

    /** A number for each item; one that is 5 or more leaves the item unanswered. */
    @Provide
    Arbitrary<List<Integer>> picks() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(20, Arbitraries.integers().between(0, 4)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(5)))
                .list()
                .ofSize(9);
    }

    private static Answers answers(Measure measure, List<Integer> picks) {
        Map<Coded, BigDecimal> values = new HashMap<>();
        var items = measure.scoring().items();
        for (int at = 0; at < items.size(); at++) {
            int pick = picks.get(at % picks.size());
            var item = items.get(at);
            if (pick < 5) {
                values.put(item.codes().get(0), BigDecimal.valueOf(Math.min(item.low() + (long) pick, item.high())));
            }
        }
        return new Answers(values);
    }
}
