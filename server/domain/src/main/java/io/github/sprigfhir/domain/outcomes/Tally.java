package io.github.sprigfhir.domain.outcomes;

import io.github.sprigfhir.domain.outcomes.Score.Scored;
import io.github.sprigfhir.domain.outcomes.Score.Unscored;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Answers set against the items that were asked.
 *
 * @param answered what was answered, in the order of the items
 * @param missing the numbers of the items that were not, from 1
 * @param wrong a sentence for each answer that cannot have been given
 */
record Tally(int items, List<BigDecimal> answered, List<String> missing, List<String> wrong) {

    private static final int DECIMALS = 2;

    static Tally of(List<Item> items, Answers answers) {
        var answered = new ArrayList<BigDecimal>();
        var missing = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (int at = 0; at < items.size(); at++) {
            var item = items.get(at);
            var number = String.valueOf(at + 1);
            answers.to(item)
                    .ifPresentOrElse(
                            answer -> {
                                answered.add(answer);
                                if (!item.takes(answer)) {
                                    wrong.add("Item %s is answered %s, and takes a whole number, %s."
                                            .formatted(number, Words.of(answer), item.range()));
                                }
                            },
                            () -> missing.add(number));
        }
        return new Tally(items.size(), List.copyOf(answered), List.copyOf(missing), List.copyOf(wrong));
    }

    Score total(int mayMiss) {
        if (!wrong.isEmpty()) {
            return new Unscored(String.join(" ", wrong));
        }
        if (missing.size() > mayMiss || answered.isEmpty()) {
            return new Unscored("%d of %d items are answered; %s %s missing, and %s may be."
                    .formatted(
                            answered.size(),
                            items,
                            Words.list(missing),
                            missing.size() == 1 ? "is" : "are",
                            mayMiss == 0 ? "none" : String.valueOf(mayMiss)));
        }
        var sum = answered.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var inWords = answered.size() == 1
                ? Words.of(sum)
                : answered.stream().map(Words::of).collect(Collectors.joining(" + ")) + " = " + Words.of(sum);
        return missing.isEmpty() ? new Scored(sum, inWords) : completed(sum, inWords);
    }

    private Score completed(BigDecimal sum, String inWords) {
        var count = BigDecimal.valueOf(answered.size());
        var whole = sum.multiply(BigDecimal.valueOf(items)).divide(count, 0, RoundingMode.HALF_UP);
        return new Scored(
                whole,
                "%s from %d of %d items; with their mean, %s, in place of each missing one, %s"
                        .formatted(
                                inWords,
                                answered.size(),
                                items,
                                Words.of(sum.divide(count, DECIMALS, RoundingMode.HALF_UP)),
                                Words.of(whole)));
    }
}
