package io.github.sprigfhir.domain.outcomes;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each whole number was counted.
 *
 * @param counts by the number
 * @param without how many have no number
 */
public record Histogram(SortedMap<Integer, Integer> counts, int without) {

    public static final Histogram NONE = new Histogram(new TreeMap<>(), 0);

    public Histogram {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    public Histogram plus(Histogram others) {
        var both = new TreeMap<>(counts);
        others.counts.forEach((number, count) -> both.merge(number, count, Integer::sum));
        return new Histogram(both, without + others.without);
    }

    /** How many have a number. */
    int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The least number that so much of all reach at most, by nearest rank; there must be one. */
    int quantile(double share) {
        var rank = (int) Math.ceil(share * size());
        var passed = 0;
        for (var count : counts.entrySet()) {
            passed += count.getValue();
            if (passed >= rank) {
                return count.getKey();
            }
        }
        throw new IllegalStateException("there is none among none");
    }
}
