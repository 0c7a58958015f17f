package io.github.sprigfhir.domain.outcomes;

import io.github.sprigfhir.domain.kernel.ShownCount;
import io.github.sprigfhir.domain.kernel.SmallNumbers;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is told of how numbers are spread, such as days of waiting: a quartile where, on either side of it, there are as
 * many people as it takes for a count to be told.
 *
 * @param counted how many have a number: the n of every figure
 * @param without how many have none, which the figures leave out
 * @param figures by nearest rank
 */
public record Spread(ShownCount counted, ShownCount without, Map<Figure, Integer> figures) {

    private static final double LOWER = 0.25;
    private static final double MIDDLE = 0.5;
    private static final double UPPER = 0.75;

    public Spread {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    public static Spread of(Histogram histogram, SmallNumbers numbers) {
        return of(histogram, numbers, isFew(histogram.without(), numbers));
    }

    /** What is told of the parts into which people are divided; those of few together, as {@link ToldChange#OTHERS}. */
    public static SortedMap<String, Spread> division(Map<String, Histogram> parts, SmallNumbers numbers) {
        var large = numbers.large(
                parts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, part -> part.getValue()
                        .size())));
        var together = new TreeMap<String, Histogram>();
        parts.forEach((part, histogram) ->
                together.merge(large.contains(part) ? part : ToldChange.OTHERS, histogram, Histogram::plus));
        var hidden = together.values().stream().anyMatch(part -> isFew(part.without(), numbers));
        var told = new TreeMap<String, Spread>();
        together.forEach((part, histogram) -> told.put(part, of(histogram, numbers, hidden)));
        return told;
    }

    private static Spread of(Histogram histogram, SmallNumbers numbers, boolean hidden) {
        var size = histogram.size();
        var figures = new EnumMap<Figure, Integer>(Figure.class);
        if (size * LOWER >= numbers.under()) {
            figures.put(Figure.LOWER_QUARTILE, histogram.quantile(LOWER));
            figures.put(Figure.UPPER_QUARTILE, histogram.quantile(UPPER));
        }
        if (size * MIDDLE >= numbers.under()) {
            figures.put(Figure.MEDIAN, histogram.quantile(MIDDLE));
        }
        return new Spread(
                numbers.show(size), hidden ? new ShownCount.Masked() : numbers.show(histogram.without()), figures);
    }

    private static boolean isFew(int count, SmallNumbers numbers) {
        return numbers.show(count) instanceof ShownCount.Masked;
    }
}
