package io.github.sprigfhir.domain.kernel;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells counts of people so that nobody is found among few (domain facts, section 8): a count under a threshold is not
 * told, unless it is none; every other is rounded. Parts of a count that are too small are told together and unnamed,
 * with as many of the others as it takes that no sum or difference of what is told gives one of them away.
 *
 * @param under the smallest count that is told; 2 or more
 * @param to what counts are rounded to a multiple of; not more than {@code under}, so that nothing is rounded to none
 */
public record SmallNumbers(int under, int to) {

    private static final int LEAST = 2;

    public SmallNumbers {
        if (under < LEAST || to < 1 || to > under) {
            throw new IllegalArgumentException("counts are hidden under 2 or more, and rounded to that at most");
        }
    }

    /** What is told of one count that nothing else is told about. */
    public ShownCount show(int count) {
        return count > 0 && count < under ? new ShownCount.Masked() : new ShownCount.About(rounded(count));
    }

    /**
     * The mean of some values, to the nearest half, so that it does not say what single values were; none where they are
     * too few to be told.
     */
    public Optional<BigDecimal> mean(int sum, int count) {
        return count < under
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(Math.round(2.0 * sum / count)).divide(BigDecimal.valueOf(2)));
    }

    /**
     * What is told of parts and of their sum, where nobody knows which parts there are; one that is none is left out.
     * Whatever is told, a part that is not named may have any number under the threshold.
     */
    public Breakdown breakDown(Map<String, Integer> parts) {
        var total = parts.values().stream().mapToInt(Integer::intValue).sum();
        var named = new ArrayDeque<>(largeOf(parts));
        var rest = total - named.stream().mapToInt(Map.Entry::getValue).sum();
        while (!named.isEmpty() && !isSafe(rest, total, named)) {
            rest += named.remove().getValue();
        }
        var told = named.stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> rounded(part.getValue()), Integer::sum, TreeMap::new));
        return new Breakdown(show(total), told, rest == 0 ? Optional.empty() : Optional.of(show(rest)));
    }

    /**
     * The parts of which more than their number may be told, such as a mean; all others are to be taken together, and are
     * enough then. Nobody is left whom taking what is told from the whole would show. Empty where nothing may be told of
     * any part.
     */
    public Set<String> large(Map<String, Integer> parts) {
        var named = new ArrayDeque<>(largeOf(parts));
        var rest = parts.values().stream().mapToInt(Integer::intValue).sum()
                - named.stream().mapToInt(Map.Entry::getValue).sum();
        while (!named.isEmpty() && rest > 0 && rest < under) {
            rest += named.remove().getValue();
        }
        return named.stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What is told of parts that everybody knows, such as the answers to a question, and of their sum: all of them, or
     * where one is too small, none. With the others known, what is left of the sum would tell of that one.
     */
    public Breakdown distribution(Map<String, Integer> parts) {
        var total = show(parts.values().stream().mapToInt(Integer::intValue).sum());
        if (parts.values().stream().anyMatch(part -> part > 0 && part < under)) {
            return new Breakdown(total, new TreeMap<>(), Optional.of(new ShownCount.Masked()));
        }
        var told = new TreeMap<String, Integer>();
        parts.forEach((part, count) -> told.put(part, rounded(count)));
        return new Breakdown(total, told, Optional.empty());
    }

    /** The smallest first, because it is what is given up first. */
    private List<Map.Entry<String, Integer>> largeOf(Map<String, Integer> parts) {
        var large = new ArrayList<Map.Entry<String, Integer>>();
        parts.entrySet().stream().filter(part -> part.getValue() >= under).forEach(large::add);
        large.sort(
                Map.Entry.<String, Integer>comparingByValue().thenComparing(Comparator.comparing(Map.Entry::getKey)));
        return large;
    }

    /**
     * A rest that is told holds two parts at least; of one that is not, what else is told must leave everything open, also
     * to whoever knows the total exactly. Reports that divide the same people otherwise can tell that, and no more.
     */
    private boolean isSafe(int rest, int total, Iterable<Map.Entry<String, Integer>> named) {
        if (rest == 0 || rest >= under) {
            return true;
        }
        var most = total;
        var least = total;
        for (var part : named) {
            most -= least(part.getValue());
            least -= rounded(part.getValue()) + above();
        }
        return least <= 1 && most >= under - 1;
    }

    private int rounded(int count) {
        return (count + below()) / to * to;
    }

    /** The least that something can be which is told as this is. */
    private int least(int count) {
        return Math.max(under, rounded(count) - below());
    }

    private int below() {
        return to / 2;
    }

    private int above() {
        return to - 1 - below();
    }
}
