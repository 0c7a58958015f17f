package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.benchmark.Survivors.Presence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills a server in the middle of a load of referrals and looks for what it had promised to keep.
 *
 * <p>{@code CrashTest --home /tmp/crash [--port 18090] [--clients 4] [--referrals 100] -- java -jar sprig.jar}. The
 * home must not exist yet. First the server alone is killed once so many referrals are acknowledged, with the next
 * ones under way; then, started again, the server with its PostgreSQL. It fails if one acknowledged referral is not
 * whole afterwards, or if half of any is there.
 */
public final class CrashTest {

    private static final Set<String> OPTIONS = Set.of("home", "port", "clients", "referrals");
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(3);
    private static final int ACKNOWLEDGED = 200;

    /** How a round ends. */
    @FunctionalInterface
    private interface Blow {
        void fall(ServerProcess server) throws IOException, InterruptedException;
    }

    private final Options options;
    private final Path home;
    private final ConcurrentHashMap<Referral, Integer> sent = new ConcurrentHashMap<>();

    private CrashTest(Options options) {
        this.options = options;
        this.home = options.folder("home");
    }

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> new CrashTest(Options.parse(List.of(arguments), OPTIONS)).run());
    }

    private boolean run() throws IOException, InterruptedException {
        if (Files.exists(home)) {
            throw new IllegalArgumentException("%s exists; the crash test needs a folder of its own".formatted(home));
        }
        round("server", ServerProcess::kill, Instant.now().getEpochSecond());
        round(
                "server and database",
                ServerProcess::killWithDatabase,
                Instant.now().getEpochSecond());
        try (var server = started()) {
            return judge(server.fhir());
        }
    }

    private ServerProcess started() throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var server = ServerProcess.start(options.commandOrRefuse(), home, options.number("port", 18090));
        System.out.printf("Ready after %.1f s%n", (System.nanoTime() - begun) / 1e9);
        return server;
    }

    private void round(String victim, Blow blow, long seed) throws IOException, InterruptedException {
        try (var server = started()) {
            var fhir = server.fhir();
            fhir.publishDirectory();
            var load = Load.of(fhir, IntakeBenchmark.referrals(fhir, seed), options.number("clients", 4));
            var enough = new CountDownLatch(options.number("referrals", 100));
            var running = CompletableFuture.supplyAsync(() -> drive(load, enough));
            if (!enough.await(LONGEST_ROUND.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("too few referrals were acknowledged to prove anything: " + acknowledged());
            }
            blow.fall(server);
            var measured = running.join();
            System.out.printf(
                    "Killed the %s: %d acknowledged, no answer for %d%n",
                    victim, measured.successes(), measured.failures());
        }
    }

    private Measured drive(Load<Referral> load, CountDownLatch enough) {
        try {
            return load.run(LONGEST_ROUND, Integer.MAX_VALUE, (referral, status) -> {
                sent.put(referral, status);
                if (status == ACKNOWLEDGED) {
                    enough.countDown();
                }
            });
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }

    private long acknowledged() {
        return sent.values().stream().filter(status -> status == ACKNOWLEDGED).count();
    }

    private boolean judge(FhirServer server) throws IOException, InterruptedException {
        var survivors = Survivors.of(server, List.copyOf(sent.keySet()));
        var kept = count(survivors, true, Presence.WHOLE);
        var promised = acknowledged();
        System.out.printf("Acknowledged  %d, of which whole %d%n", promised, kept);
        System.out.printf(
                "Unanswered    %d, of which whole %d, absent %d, half %d%n",
                sent.size() - promised,
                count(survivors, false, Presence.WHOLE),
                count(survivors, false, Presence.ABSENT),
                count(survivors, false, Presence.HALF));
        var torn = sent.keySet().stream()
                .map(survivors::of)
                .filter(presence -> presence == Presence.HALF || presence == Presence.DOUBLED)
                .count();
        var well = kept == promised && torn == 0;
        System.out.println(well ? "Nothing lost, nothing half, nothing doubled." : "The server broke its promise.");
        return well;
    }

    private long count(Survivors survivors, boolean acknowledged, Presence presence) {
        return sent.entrySet().stream()
                .filter(entry -> (entry.getValue() == ACKNOWLEDGED) == acknowledged)
                .filter(entry -> survivors.of(entry.getKey()) == presence)
                .count();
    }
}
