package io.github.sprigfhir.domain.outcomes;

import io.github.sprigfhir.domain.outcomes.Score.Scored;
import io.github.sprigfhir.domain.outcomes.Score.Unscored;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How a score comes from the answers to its items. */
public sealed interface Scoring {

    /** The items that count, in the order of the instrument; none where they are not known. */
    List<Item> items();

    /** The score that these answers give. */
    Score score(Answers answers);

    /**
     * The score is what somebody says it is: the answer to its one item, or what another has worked out.
     *
     * @param items one where the score is its answer; more, or none, where the owner keeps the scoring
     */
    record Given(List<Item> items) implements Scoring {

        public Given {
            items = List.copyOf(items);
        }

        @Override
        public Score score(Answers answers) {
            if (items.size() == 1) {
                return Tally.of(items, answers).total(0);
            }
            return new Unscored("How this is scored is its owner's own: the score comes from them.");
        }
    }

    /**
     * The score is the sum of all answers.
     *
     * @param mayMiss how many items may be unanswered; the mean of the others stands in for each, and the sum is rounded
     *     to a whole number, halves up
     */
    record Sum(List<Item> items, int mayMiss) implements Scoring {

        public Sum {
            items = List.copyOf(items);
        }

        @Override
        public Score score(Answers answers) {
            return Tally.of(items, answers).total(mayMiss);
        }
    }

    /**
     * The sum of all answers, of which none may be missing, is looked up in a table.
     *
     * @param rows the score for each sum
     */
    record Table(List<Item> items, NavigableMap<Integer, BigDecimal> rows) implements Scoring {

        public Table {
            items = List.copyOf(items);
            rows = Collections.unmodifiableNavigableMap(new TreeMap<>(rows));
        }

        @Override
        public Score score(Answers answers) {
            var raw = Tally.of(items, answers).total(0);
            return raw instanceof Scored sum ? lookUp(sum) : raw;
        }

        private Score lookUp(Scored raw) {
            return row(raw.value())
                    .<Score>map(value -> new Scored(value, raw.arithmetic() + "; " + inWords(raw.value(), value)))
                    .orElseGet(() -> new Unscored(
                            "The table has no row for a raw score of %s.".formatted(Words.of(raw.value()))));
        }

        /** What the table makes of a raw score, if it is one. */
        Optional<BigDecimal> row(BigDecimal raw) {
            return rows.entrySet().stream()
                    .filter(row -> BigDecimal.valueOf(row.getKey()).compareTo(raw) == 0)
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        boolean leadsTo(BigDecimal value) {
            return rows.values().stream().anyMatch(one -> one.compareTo(value) == 0);
        }

        static String inWords(BigDecimal raw, BigDecimal value) {
            return "by the table, a raw score of %s is %s".formatted(Words.of(raw), Words.of(value));
        }
    }
}
