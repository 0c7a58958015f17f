package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Measures what access control and the audit cost: two servers, one with both and one with neither, loaded by turns with
 * referrals and then with the worklist of a service.
 *
 * <p>{@code AccessCost --folder /tmp/cost [--port 18090] [--clients 4] [--warm-up 30] [--block 5] [--pairs 8]
 * [--at-least 75] -- java -Xmx768m -jar sprig.jar}. Times are in seconds; it fails if a guarded rate is below that many
 * hundredths of the open one.
 */
public final class AccessCost {

    private static final Set<String> OPTIONS =
            Set.of("folder", "port", "clients", "warm-up", "block", "pairs", "at-least");

    /** What a link worker's app asks all day: the newest that are waiting, with what they are about. */
    private static final String WORKLIST = "/fhir/Task?owner:HealthcareService.identifier="
            + "https://dale-link-workers.example/id%7CSERVICE-1"
            + "&status=requested&_include=Task:focus&_include=Task:patient&_sort=due,-_lastUpdated&_count=20";

    private AccessCost() {}

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> measure(Options.parse(List.of(arguments), OPTIONS)));
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        var command = options.commandOrRefuse();
        var folder = options.folder("folder");
        var port = options.number("port", 18090);
        var clients = options.number("clients", 4);
        System.out.println("Starting one server with access control and audit, and one without");
        try (var with = ServerProcess.guarded(command, folder.resolve("guarded"), port, List.of());
                var without =
                        ServerProcess.start(command, folder.resolve("open"), port + 1, "--sprig.audit.enabled=false")) {
            var sides = new SideBySide(options, 30, 8);
            System.out.println("Referrals");
            var intake = sides.compare(
                    new Side("guarded", with, referrals(with, clients)),
                    new Side("open", without, referrals(without, clients)),
                    75);
            System.out.println("\nWorklists");
            var worklist = sides.compare(
                    new Side("guarded", with, worklists(with, clients)),
                    new Side("open", without, worklists(without, clients)),
                    75);
            return intake && worklist;
        }
    }

    /** Those of one practice, by its token. */
    static Load<Referral> referrals(ServerProcess server, int clients) throws IOException, InterruptedException {
        server.fhir().as("demo-admin").publishDirectory();
        var gp = server.fhir().as("demo-gp");
        return Load.of(gp, IntakeBenchmark.referrals(gp, Instant.now().getEpochSecond()), clients);
    }

    private static Load<Call> worklists(ServerProcess server, int clients) {
        var linkWorker = server.fhir().as("demo-link-worker");
        return new Load<>(
                () -> Call.of("GET", WORKLIST).with("Cache-Control", "no-cache"),
                call -> linkWorker.send(call).statusCode(),
                clients);
    }
}
