package io.github.sprigfhir.benchmark;

import java.util.List;

/**
 * What two sides did in alternating blocks: the ratio of their rates, pair by pair, and its spread.
 *
 * <p>Neighbours in time share whatever else the machine was doing, so their ratio is steadier than either rate.
 */
record Comparison(List<Pair> pairs) {

    /** Two blocks, one after the other. */
    record Pair(Measured with, Measured without) {

        double ratio() {
            return with.rate() / without.rate();
        }
    }

    private double[] ratios() {
        return pairs.stream().mapToDouble(Pair::ratio).sorted().toArray();
    }

    double median() {
        var ratios = ratios();
        var middle = ratios.length / 2;
        return ratios.length % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
    }

    Measured with() {
        return pairs.stream().map(Pair::with).reduce(Measured::and).orElseThrow();
    }

    Measured without() {
        return pairs.stream().map(Pair::without).reduce(Measured::and).orElseThrow();
    }

    int failures() {
        return with().failures() + without().failures();
    }

    String summary() {
        var ratios = ratios();
        return "Ratio %.2f (median of %d pairs; smallest %.2f, greatest %.2f)"
                .formatted(median(), ratios.length, ratios[0], ratios[ratios.length - 1]);
    }
}
