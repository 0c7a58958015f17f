package io.github.sprigfhir.benchmark.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every version that a server has of one resource, the first one first; never empty. */
public final class History {

    private final List<Version> versions;

    private History(List<Version> versions) {
        this.versions = versions;
    }

    /**
     * Puts versions in their order.
     *
     * @param versions of one resource, in any order, at least one
     */
    public static History of(List<JsonNode> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a resource has at least one version");
        }
        return new History(versions.stream()
                .map(Version::new)
                .sorted(Comparator.comparingInt(Version::number))
                .toList());
    }

    /** Type and id. */
    public String address() {
        return last().address();
    }

    /** Whether it has the version of that number with that status; an empty status is any. */
    public boolean has(int number, String status) {
        return versions.stream()
                .anyMatch(version -> version.number() == number
                        && (status.isEmpty() || version.status().equals(status)));
    }

    Stream<Version> versions() {
        return versions.stream();
    }

    Version first() {
        return versions.get(0);
    }

    Version last() {
        return versions.get(versions.size() - 1);
    }

    /** What a function says of every version and the one after it. */
    <T> Stream<T> steps(BiFunction<Version, Version, Stream<T>> of) {
        return IntStream.range(1, versions.size())
                .boxed()
                .flatMap(after -> of.apply(versions.get(after - 1), versions.get(after)));
    }
}
