package io.github.sprigfhir.domain.kernel;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is told of a count and of its parts.
 *
 * @param total of all parts
 * @param named the parts that are told one by one, in alphabetical order
 * @param rest all others together, and not which they are; none where every part is named
 */
public record Breakdown(ShownCount total, SortedMap<String, Integer> named, Optional<ShownCount> rest) {
    public Breakdown {
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
    }
}
