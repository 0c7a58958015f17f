package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Measures what the work since an earlier version costs each referral: two servers, one of each version, both with access
 * control and audit, loaded by turns.
 *
 * <p>{@code VersionCost --folder /tmp/cost --earlier earlier/sprig.jar [--port 18100] [--clients 4] [--warm-up 60]
 * [--block 5] [--pairs 8] [--at-least 80] -- java -Xmx768m -jar sprig.jar}. The earlier version is started by the same
 * command with its own jar last. Times are in seconds; it fails if the later rate is below that many hundredths of the
 * earlier one.
 */
public final class VersionCost {

    private static final Set<String> OPTIONS =
            Set.of("folder", "earlier", "port", "clients", "warm-up", "block", "pairs", "at-least");

    private VersionCost() {}

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> measure(Options.parse(List.of(arguments), OPTIONS)));
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        var command = options.commandOrRefuse();
        var earlier = new ArrayList<>(command);
        earlier.set(earlier.size() - 1, options.text("earlier"));
        var folder = options.folder("folder");
        var port = options.number("port", 18100);
        System.out.println("Starting one server of each version");
        try (var with = ServerProcess.guarded(command, folder.resolve("later"), port, List.of());
                var without = ServerProcess.guarded(earlier, folder.resolve("earlier"), port + 1, List.of())) {
            var clients = options.number("clients", 4);
            return new SideBySide(options, 60, 8)
                    .compare(
                            new Side("later", with, AccessCost.referrals(with, clients)),
                            new Side("earlier", without, AccessCost.referrals(without, clients)),
                            80);
        }
    }
}
