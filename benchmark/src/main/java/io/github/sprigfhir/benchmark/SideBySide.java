package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.util.ArrayList;

/**
 * Compares two servers that are loaded by turns. Only the one whose turn it is has work, so both have the machine to
 * themselves.
 *
 * @param options of these {@code warm-up} and {@code block}, in seconds, {@code pairs} and {@code at-least}
 */
record SideBySide(Options options, int warmUp, int pairs) {

    /**
     * Prints what each side did.
     *
     * @param least the hundredths of the other's rate that the first must reach, if the options do not say it
     * @return whether it did, and nothing failed
     */
    boolean compare(Side with, Side without, int least) throws IOException, InterruptedException {
        var warming = options.seconds("warm-up", warmUp);
        with.warmUp(warming);
        without.warmUp(warming);
        var block = options.seconds("block", 5);
        var pairsDone = new ArrayList<Comparison.Pair>();
        for (var number = 1; number <= options.number("pairs", pairs); number++) {
            // Every other pair begins with the other side, so that growing tables favour neither.
            var first = number % 2 == 1;
            var early = (first ? with : without).block(block);
            var late = (first ? without : with).block(block);
            var pair = first ? new Comparison.Pair(early, late) : new Comparison.Pair(late, early);
            pairsDone.add(pair);
            System.out.printf(
                    "Pair %2d  %s %6.1f/s  %s %6.1f/s  ratio %.2f%n",
                    number,
                    with.name(),
                    pair.with().rate(),
                    without.name(),
                    pair.without().rate(),
                    pair.ratio());
        }
        var comparison = new Comparison(pairsDone);
        print(with, comparison.with());
        print(without, comparison.without());
        System.out.println(comparison.summary());
        System.out.printf(
                "CPU ratio %.2f (%s over %s, per request, server and PostgreSQL)%n",
                without.cpuPerRequest(comparison.without()) / with.cpuPerRequest(comparison.with()),
                without.name(),
                with.name());
        return comparison.failures() == 0 && comparison.median() * 100 >= options.number("at-least", least);
    }

    private static void print(Side side, Measured measured) {
        System.out.printf("%n%-11s %s%n            %s%n", side.name(), measured.summary(), side.cpu(measured));
    }
}
