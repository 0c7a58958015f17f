package io.github.sprigfhir.domain.outcomes;

import io.github.sprigfhir.domain.kernel.ShownCount;
import io.github.sprigfhir.domain.kernel.SmallNumbers;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What is told of how scores changed.
 *
 * <p>Nothing is told of few. How many have no follow-up is told where they are none or many, and else hidden together with
 * the number that it could be taken from; how many improved, did not change and deteriorated is told of all three or of
 * none. Where people are divided, what has to be hidden of one part is hidden of all: a single gap could be filled from
 * the whole. Every figure is told no more finely than one person can move it.
 *
 * @param measured episodes with at least one score
 * @param paired those with a first and a later one: the n of every figure
 * @param alone those without a follow-up, which the figures leave out
 * @param figures percentages of the paired, but that of no follow-up of the measured
 */
public record ToldChange(ShownCount measured, ShownCount paired, ShownCount alone, Map<Figure, BigDecimal> figures) {

    /** The part that holds all others which are not told one by one. */
    public static final String OTHERS = "others";

    private static final double HUNDRED = 100;

    public ToldChange {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    /**
     * What is told of some pairs.
     *
     * @param range of the score, highest less lowest: as much as one person can differ
     * @param t the quantile 0.975 of Student's t by degrees of freedom
     */
    public static ToldChange of(Pairs pairs, double range, SmallNumbers numbers, IntToDoubleFunction t) {
        return of(pairs, range, numbers, t, Hidden.of(pairs, numbers));
    }

    /**
     * What is told of the parts into which people are divided: those of few are together, with as many others as it
     * takes that they are many.
     *
     * @param range as in {@link #of}
     * @param t as in {@link #of}
     */
    public static SortedMap<String, ToldChange> division(
            Map<String, Pairs> parts, double range, SmallNumbers numbers, IntToDoubleFunction t) {
        var together = parts(parts, numbers);
        var hidden = together.values().stream()
                .map(pairs -> Hidden.of(pairs, numbers))
                .reduce(Hidden.NOTHING, Hidden::or);
        var told = new TreeMap<String, ToldChange>();
        together.forEach((part, pairs) -> told.put(part, of(pairs, range, numbers, t, hidden)));
        return told;
    }

    /**
     * What must not be told of some people.
     *
     * @param followUp how many have none
     * @param outcome how many improved, did not change and deteriorated
     */
    private record Hidden(boolean followUp, boolean outcome) {

        static final Hidden NOTHING = new Hidden(false, false);

        static Hidden of(Pairs pairs, SmallNumbers numbers) {
            return new Hidden(
                    isFew(pairs.measured() - pairs.paired(), numbers) || isFew(pairs.paired(), numbers),
                    isFew(pairs.better(), numbers) || isFew(pairs.worse(), numbers) || isFew(pairs.same(), numbers));
        }

        Hidden or(Hidden other) {
            return new Hidden(followUp || other.followUp, outcome || other.outcome);
        }
    }

    private static ToldChange of(
            Pairs pairs, double range, SmallNumbers numbers, IntToDoubleFunction t, Hidden hidden) {
        var alone = pairs.measured() - pairs.paired();
        return new ToldChange(
                hidden.followUp() ? new ShownCount.Masked() : show(pairs.measured(), numbers),
                show(pairs.paired(), numbers),
                hidden.followUp() ? new ShownCount.Masked() : show(alone, numbers),
                figures(pairs, range, numbers, t, hidden));
    }

    private static Map<Figure, BigDecimal> figuresOf(Pairs pairs, double range, IntToDoubleFunction t) {
        var told = new EnumMap<Figure, BigDecimal>(Figure.class);
        var effect = Effect.of(pairs, t);
        // One person's score is anywhere in the range, their change anywhere between the whole range down and up.
        var scores = Precision.of(range / pairs.paired());
        var moved = 2 * range / pairs.paired();
        var changes = Precision.of(moved);
        told.put(Figure.MEAN_BEFORE, scores.tell(effect.before()));
        told.put(Figure.MEAN_AFTER, scores.tell(effect.after()));
        told.put(Figure.MEAN_CHANGE, changes.tell(effect.change()));
        told.put(Figure.CHANGE_LOW, changes.tell(effect.low()));
        told.put(Figure.CHANGE_HIGH, changes.tell(effect.high()));
        size(told, Figure.EFFECT_DZ, effect.ofDifferences(), effect.change(), moved);
        size(told, Figure.EFFECT_DAV, effect.ofAverage(), effect.change(), moved);
        size(told, Figure.EFFECT_BASELINE, effect.ofBaseline(), effect.change(), moved);
        return told;
    }

    /** Who moves the mean by so much moves the size by as much of the deviation that it is counted in. */
    private static void size(
            Map<Figure, BigDecimal> told, Figure figure, OptionalDouble size, double change, double moved) {
        if (size.isPresent() && change != 0) {
            told.put(figure, Precision.of(moved * size.getAsDouble() / change).tell(size.getAsDouble()));
        } else if (size.isPresent()) {
            told.put(figure, BigDecimal.ZERO);
        }
    }

    private static Map<Figure, BigDecimal> figures(
            Pairs pairs, double range, SmallNumbers numbers, IntToDoubleFunction t, Hidden hidden) {
        if (pairs.paired() == 0 || isFew(pairs.paired(), numbers)) {
            return Map.of();
        }
        var told = figuresOf(pairs, range, t);
        if (!hidden.outcome()) {
            told.put(Figure.IMPROVED, percent(pairs.better(), pairs.paired()));
            told.put(Figure.UNCHANGED, percent(pairs.same(), pairs.paired()));
            told.put(Figure.DETERIORATED, percent(pairs.worse(), pairs.paired()));
        }
        if (!hidden.followUp()) {
            told.put(Figure.NO_FOLLOW_UP, percent(pairs.measured() - pairs.paired(), pairs.measured()));
        }
        return told;
    }

    private static BigDecimal percent(long part, long whole) {
        return Precision.of(HUNDRED / whole).tell(HUNDRED * part / whole);
    }

    private static boolean isFew(long count, SmallNumbers numbers) {
        return show(count, numbers) instanceof ShownCount.Masked;
    }

    private static ShownCount show(long count, SmallNumbers numbers) {
        return numbers.show(Math.toIntExact(count));
    }

    static SortedMap<String, Pairs> parts(Map<String, Pairs> parts, SmallNumbers numbers) {
        var large = numbers.large(parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> Math.toIntExact(part.getValue().paired()))));
        var told = new TreeMap<String, Pairs>();
        parts.forEach((part, pairs) -> told.merge(large.contains(part) ? part : OTHERS, pairs, Pairs::plus));
        return told;
    }
}
