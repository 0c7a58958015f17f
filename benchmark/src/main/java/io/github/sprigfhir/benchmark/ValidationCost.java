package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Measures what validation costs: two servers, one that validates and one that does not, loaded by turns.
 *
 * <p>{@code ValidationCost --folder /tmp/cost [--port 18080] [--clients 4] [--warm-up 60] [--block 5] [--pairs 8]
 * [--at-least 80] -- java -Xmx1g -jar sprig.jar}. Times are in seconds; it fails if the validated rate is below that
 * many hundredths of the other. Only the server whose turn it is has work, so both have the machine to themselves.
 */
public final class ValidationCost {

    private static final Set<String> OPTIONS =
            Set.of("folder", "port", "clients", "warm-up", "block", "pairs", "at-least");

    private ValidationCost() {}

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> measure(Options.parse(List.of(arguments), OPTIONS)));
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        var command = options.commandOrRefuse();
        var folder = options.folder("folder");
        var port = options.number("port", 18080);
        System.out.println("Starting one server that validates, and one that does not");
        try (var with = ServerProcess.start(command, folder.resolve("validating"), port);
                var without = ServerProcess.start(
                        command, folder.resolve("trusting"), port + 1, "--sprig.validation.enabled=false")) {
            var clients = options.number("clients", 4);
            return compare(options, Side.of("validating", with, clients), Side.of("trusting", without, clients));
        }
    }

    private static boolean compare(Options options, Side with, Side without) throws IOException, InterruptedException {
        var warmUp = options.seconds("warm-up", 60);
        with.warmUp(warmUp);
        without.warmUp(warmUp);
        var block = options.seconds("block", 5);
        var pairs = new ArrayList<Comparison.Pair>();
        for (var pair = 1; pair <= options.number("pairs", 8); pair++) {
            // Every other pair begins with the other side, so that growing tables favour neither.
            var first = pair % 2 == 1;
            var early = (first ? with : without).block(block);
            var late = (first ? without : with).block(block);
            pairs.add(first ? new Comparison.Pair(early, late) : new Comparison.Pair(late, early));
            System.out.printf(
                    "Pair %2d  validating %6.1f/s  trusting %6.1f/s  ratio %.2f%n",
                    pair,
                    pairs.get(pair - 1).with().rate(),
                    pairs.get(pair - 1).without().rate(),
                    pairs.get(pair - 1).ratio());
        }
        var comparison = new Comparison(pairs);
        System.out.printf(
                "%nvalidating  %s%n            %s%n", comparison.with().summary(), with.cpu(comparison.with()));
        System.out.printf(
                "trusting    %s%n            %s%n", comparison.without().summary(), without.cpu(comparison.without()));
        System.out.println(comparison.summary());
        System.out.printf(
                "CPU ratio %.2f (trusting over validating, per referral, server and PostgreSQL)%n",
                without.cpuPerReferral(comparison.without()) / with.cpuPerReferral(comparison.with()));
        return comparison.failures() == 0 && comparison.median() * 100 >= options.number("at-least", 80);
    }

    /** One of the two servers, its load, and the processor time its blocks have used. */
    private static final class Side {

        private final String name;
        private final ServerProcess server;
        private final Load load;
        private CpuTime used = new CpuTime(Duration.ZERO, Duration.ZERO);

        private Side(String name, ServerProcess server, Load load) {
            this.name = name;
            this.server = server;
            this.load = load;
        }

        static Side of(String name, ServerProcess server, int clients) throws IOException, InterruptedException {
            var fhir = server.fhir();
            fhir.publishDirectory();
            var referrals = IntakeBenchmark.referrals(fhir, Instant.now().getEpochSecond());
            return new Side(name, server, new Load(fhir, referrals, clients));
        }

        void warmUp(Duration duration) throws InterruptedException {
            System.out.printf(
                    "Warm-up  %s %s%n",
                    name, load.run(duration, Integer.MAX_VALUE).summary());
        }

        Measured block(Duration duration) throws IOException, InterruptedException {
            var before = server.cpu();
            var measured = load.run(duration, Integer.MAX_VALUE);
            used = used.plus(server.cpu().minus(before));
            return measured;
        }

        double cpuPerReferral(Measured measured) {
            return (double) used.whole().toNanos() / measured.successes();
        }

        String cpu(Measured measured) {
            return used.per(Math.max(1, measured.successes()));
        }
    }
}
