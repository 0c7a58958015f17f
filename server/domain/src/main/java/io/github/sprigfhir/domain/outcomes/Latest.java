package io.github.sprigfhir.domain.outcomes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Keeps of each thing that was measured the latest few (FHIR R4, Observation, operation lastn). */
public final class Latest {

    private Latest() {}

    /**
     * The latest of each group. What shares a code is one group, also where a third one, further down, is what shares a
     * code with both.
     *
     * @param newestFirst all of them
     * @param codes by which each is known; what has none is a group by itself
     * @param most how many of each group
     * @return in the same order
     */
    public static <T> List<T> of(List<T> newestFirst, Function<T, ? extends Set<Coded>> codes, int most) {
        var groups = new HashMap<Coded, Coded>();
        newestFirst.forEach(one -> join(List.copyOf(codes.apply(one)), groups));
        var seen = new HashMap<Coded, Integer>();
        var kept = new ArrayList<T>();
        for (var one : newestFirst) {
            var first = codes.apply(one).stream().findFirst();
            if (first.isEmpty() || seen.merge(root(first.get(), groups), 1, Integer::sum) <= most) {
                kept.add(one);
            }
        }
        return List.copyOf(kept);
    }

    private static void join(List<Coded> together, Map<Coded, Coded> groups) {
        for (var code : together) {
            var group = root(together.get(0), groups);
            var other = root(code, groups);
            if (!group.equals(other)) {
                groups.put(other, group);
            }
        }
    }

    /** The one code that stands for the group. */
    private static Coded root(Coded code, Map<Coded, Coded> groups) {
        var at = code;
        for (var next = groups.get(at); next != null; next = groups.get(at)) {
            at = next;
        }
        return at;
    }
}
