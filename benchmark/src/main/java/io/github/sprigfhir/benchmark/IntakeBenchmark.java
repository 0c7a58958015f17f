package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Measures how fast a running server takes referrals in.
 *
 * <p>{@code IntakeBenchmark --server http://127.0.0.1:8080 [--clients 4] [--warm-up 30] [--seconds 30] [--count
 * 100000]}. Times are in seconds. It fills the server with synthetic people: give it one that is for this only.
 */
public final class IntakeBenchmark {

    private static final Set<String> OPTIONS = Set.of("server", "clients", "warm-up", "seconds", "count");

    private IntakeBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> measure(Options.parse(List.of(arguments), OPTIONS)));
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        var server = new FhirServer(Loopback.only(options.text("server")));
        var clients = options.number("clients", 4);
        server.as("demo-admin").publishDirectory();
        var load = Load.of(server.as("demo-gp"), referrals(server, Instant.now().getEpochSecond()), clients);
        var most = options.number("count", 100_000);
        System.out.printf(
                "Warm-up   %s%n", load.run(options.seconds("warm-up", 30), most).summary());
        var measured = load.run(options.seconds("seconds", 30), most);
        System.out.printf("Measured  %s, %d clients%n", measured.summary(), clients);
        return measured.failures() == 0;
    }

    /** @param seed tells this run's identifiers apart from those of every other run */
    static Referrals referrals(FhirServer server, long seed) throws IOException, InterruptedException {
        return new Referrals(
                server.example("Bundle-example-gp-referral.json"),
                Long.toString(seed, Character.MAX_RADIX),
                new NhsNumbers((int) (seed * 7919 % 1_000_000)));
    }
}
