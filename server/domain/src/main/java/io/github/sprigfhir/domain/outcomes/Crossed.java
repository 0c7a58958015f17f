package io.github.sprigfhir.domain.outcomes;

import io.github.sprigfhir.domain.kernel.Breakdown;
import io.github.sprigfhir.domain.kernel.ShownCount;
import io.github.sprigfhir.domain.kernel.SmallNumbers;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides what is told of a table whose rows are the parts into which people are divided, and whose columns are what
 * became of them.
 *
 * <p>Rows of few are taken together, and so are, in all rows, the columns in which some row has few: with as many others
 * as it takes that no cell is few and not none. Nothing is masked then that could be found from the margins.
 */
public final class Crossed {

    private Crossed() {}

    /**
     * What is told of each row; those taken together are called {@link ToldChange#OTHERS}. Where all are few together, not
     * even that is told.
     *
     * @param cells by row and column; what is not there is none
     */
    public static SortedMap<String, Breakdown> told(Map<String, Map<String, Integer>> cells, SmallNumbers numbers) {
        var rows = together(cells, numbers);
        var rest = rest(rows.values(), numbers);
        var told = new TreeMap<String, Breakdown>();
        rows.forEach((row, columns) -> told.put(row, told(columns, rest, numbers)));
        return told;
    }

    private static SortedMap<String, Map<String, Integer>> together(
            Map<String, Map<String, Integer>> cells, SmallNumbers numbers) {
        var large = numbers.large(
                cells.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> sum(row.getValue()))));
        var rows = new TreeMap<String, Map<String, Integer>>();
        cells.forEach(
                (row, columns) -> rows.merge(large.contains(row) ? row : ToldChange.OTHERS, columns, (one, other) -> {
                    var both = new HashMap<>(one);
                    other.forEach((column, count) -> both.merge(column, count, Integer::sum));
                    return both;
                }));
        return rows;
    }

    private static Set<String> rest(Collection<Map<String, Integer>> rows, SmallNumbers numbers) {
        var totals = new TreeMap<String, Integer>();
        rows.forEach(row -> row.forEach((column, count) -> totals.merge(column, count, Integer::sum)));
        var rest = totals.keySet().stream()
                .filter(column -> rows.stream().anyMatch(row -> isFew(row.getOrDefault(column, 0), numbers)))
                .collect(Collectors.toCollection(TreeSet::new));
        var bySize =
                Map.Entry.<String, Integer>comparingByValue().thenComparing(Comparator.comparing(Map.Entry::getKey));
        var others = totals.entrySet().stream()
                .filter(column -> !rest.contains(column.getKey()))
                .sorted(bySize)
                .map(Map.Entry::getKey)
                .iterator();
        while (others.hasNext() && rows.stream().anyMatch(row -> isFew(sum(row, rest), numbers))) {
            rest.add(others.next());
        }
        return rest;
    }

    private static Breakdown told(Map<String, Integer> columns, Set<String> rest, SmallNumbers numbers) {
        var named = new TreeMap<String, Integer>();
        columns.forEach((column, count) -> {
            if (!rest.contains(column) && numbers.show(count) instanceof ShownCount.About about) {
                named.put(column, about.count());
            }
        });
        var unnamed = sum(columns, rest);
        return new Breakdown(
                numbers.show(sum(columns)),
                named,
                unnamed == 0 ? Optional.empty() : Optional.of(numbers.show(unnamed)));
    }

    private static boolean isFew(int count, SmallNumbers numbers) {
        return numbers.show(count) instanceof ShownCount.Masked;
    }

    private static int sum(Map<String, Integer> columns) {
        return sum(columns, columns.keySet());
    }

    private static int sum(Map<String, Integer> columns, Set<String> which) {
        return which.stream()
                .mapToInt(column -> columns.getOrDefault(column, 0))
                .sum();
    }
}
