package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.time.Instant;
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
            return new SideBySide(options, 60, 8)
                    .compare(
                            new Side("validating", with, referrals(with, clients)),
                            new Side("trusting", without, referrals(without, clients)),
                            80);
        }
    }

    private static Load<Referral> referrals(ServerProcess server, int clients)
            throws IOException, InterruptedException {
        var fhir = server.fhir();
        fhir.publishDirectory();
        return Load.of(fhir, IntakeBenchmark.referrals(fhir, Instant.now().getEpochSecond()), clients);
    }
}
