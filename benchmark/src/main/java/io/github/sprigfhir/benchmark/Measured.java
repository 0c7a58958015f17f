package io.github.sprigfhir.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a stretch of load showed.
 *
 * @param nanos how long each successful request took, in ascending order
 * @param errors how often each other status came, 0 for no answer at all
 * @param elapsed the length of the stretch, in nanoseconds
 */
record Measured(List<Long> nanos, Map<Integer, Integer> errors, long elapsed) {

    static Measured of(Stream<Long> nanos, Map<Integer, Integer> errors, long elapsed) {
        return new Measured(nanos.sorted().toList(), new TreeMap<>(errors), elapsed);
    }

    /** Both stretches as if they were one. */
    Measured and(Measured other) {
        var all = new TreeMap<>(errors);
        other.errors.forEach((status, count) -> all.merge(status, count, Integer::sum));
        return of(Stream.concat(nanos.stream(), other.nanos.stream()), all, elapsed + other.elapsed);
    }

    int successes() {
        return nanos.size();
    }

    int failures() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Successful requests a second. */
    double rate() {
        return successes() * 1e9 / elapsed;
    }

    /** In milliseconds: the smallest time that at least this share of the requests did not exceed. */
    double percentile(double share) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        var rank = (int) Math.ceil(share * nanos.size());
        return nanos.get(Math.max(1, rank) - 1) / 1e6;
    }

    String summary() {
        return "%.1f/s, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %d taken, %s"
                .formatted(
                        rate(),
                        percentile(0.50),
                        percentile(0.95),
                        percentile(0.99),
                        successes(),
                        failures() == 0 ? "no errors" : "errors by status " + errors);
    }
}
