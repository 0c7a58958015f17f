package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.benchmark.agreement.Agreement;
import io.github.sprigfhir.benchmark.agreement.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Walks handovers at random, kills the server and its database on the way, and looks whether all that is on record
 * afterwards agrees.
 *
 * <p>{@code RandomWalks --home /tmp/walks [--port 18090] [--walks 1000] [--clients 8] [--seed 1] -- java -jar
 * sprig.jar}. The home must not exist yet. Clients share the Tasks that they walk, so that they collide; each step is
 * allowed or not, by any route. It fails if an answer is not one that the handover table allows or does not explain
 * itself, if something that was acknowledged is not there at the end, or if Tasks, requests, Provenance, lifecycle
 * codes and feedback do not agree. What a walk does depends on the seed and its number; in which order walks meet does
 * not.
 */
public final class RandomWalks {

    private static final Set<String> OPTIONS = Set.of("home", "port", "walks", "clients", "seed");
    private static final int PRINTED = 40;
    private static final int WALKS_FOR_A_REFERRAL = 6;
    private static final int LONGEST_MINUTES = 30;

    private final Options options;
    private final Path home;
    private final int walks;
    private final int seed;
    private final Journal journal = new Journal();
    private final Pool pool = new Pool();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger identifiers = new AtomicInteger();

    private RandomWalks(Options options) {
        this.options = options;
        this.home = options.folder("home");
        this.walks = options.number("walks", 1000);
        this.seed = options.number("seed", 1);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> new RandomWalks(Options.parse(List.of(arguments), OPTIONS)).run());
    }

    private boolean run() throws IOException, InterruptedException {
        if (Files.exists(home)) {
            throw new IllegalArgumentException("%s exists; the walks need a folder of their own".formatted(home));
        }
        var threads = Executors.newFixedThreadPool(options.number("clients", 8));
        try {
            var agreed = walk(threads);
            journal.print();
            var well = agreed && journal.faults() == 0;
            System.out.println(well ? "Every answer was right, and all on record agrees." : "The server was wrong.");
            return well;
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean walk(ExecutorService threads) throws IOException, InterruptedException {
        var half = new CountDownLatch(walks / 2);
        Line line;
        List<Future<Void>> clients;
        try (var server = started()) {
            server.fhir().publishDirectory();
            line = new Line(server.fhir(), journal);
            var directory = Directory.of(server.fhir());
            fill(threads, new Beginnings(line, pool, directory, seed, identifiers));
            clients = IntStream.range(0, options.number("clients", 8))
                    .mapToObj(client -> threads.submit(() -> client(line, directory, half)))
                    .toList();
            while (!half.await(1, TimeUnit.SECONDS)) {
                stopEarly(clients);
            }
            server.killWithDatabase();
            System.out.println("Killed the server and its database half-way");
        }
        try (var server = started()) {
            // Nobody walks while this looks: the clients wait for the line.
            var after = agrees("after the crash", server);
            line.back(server.fhir());
            await(clients);
            return agrees("at the end", server) && after;
        }
    }

    private ServerProcess started() throws IOException, InterruptedException {
        var started = System.nanoTime();
        var server = ServerProcess.start(options.commandOrRefuse(), home, options.number("port", 18090));
        System.out.printf("Ready after %.1f s%n", (System.nanoTime() - started) / 1e9);
        return server;
    }

    private void fill(ExecutorService threads, Beginnings beginnings) throws IOException, InterruptedException {
        var made = new AtomicInteger();
        var referrals = walks / WALKS_FOR_A_REFERRAL + 2;
        Callable<Void> beginning = () -> {
            for (var number = made.getAndIncrement(); number < referrals; number = made.getAndIncrement()) {
                beginnings.begin(number);
            }
            return null;
        };
        await(Stream.generate(() -> threads.submit(beginning))
                .limit(options.number("clients", 8))
                .toList());
        System.out.printf("Made %d Tasks to walk%n", pool.size());
    }

    private Void client(Line line, Directory directory, CountDownLatch half) throws IOException, InterruptedException {
        for (var number = begun.getAndIncrement(); number < walks; number = begun.getAndIncrement()) {
            var dice = new Random(seed * 1_000_003L + number);
            new Walk(line, pool, new OtherSteps(directory, dice, identifiers), dice).go((double) number / walks);
            half.countDown();
        }
        return null;
    }

    private boolean agrees(String when, ServerProcess server) throws IOException, InterruptedException {
        var records = new RecordsReader(server.fhir()).read();
        var broken = Agreement.broken(records);
        var lost = lost(records);
        System.out.printf(
                "On record %s: %d Tasks, %d requests, %d Provenances, %d feedback and other Communications; %d acknowledged versions lost, %d disagreements%n",
                when,
                records.tasks().size(),
                records.requests().size(),
                records.provenances().size(),
                records.communications().size(),
                lost.size(),
                broken.size());
        Stream.concat(
                        lost.stream().map(version -> "LOST " + version),
                        broken.stream().map(Object::toString))
                .limit(PRINTED)
                .forEach(System.out::println);
        return broken.isEmpty() && lost.isEmpty();
    }

    private List<Acknowledged> lost(Records records) {
        return journal.acknowledged().stream()
                .filter(version -> !records.has(version.address(), version.version(), version.status()))
                .toList();
    }

    private static void stopEarly(List<Future<Void>> clients) throws IOException, InterruptedException {
        if (clients.stream().anyMatch(Future::isDone)) {
            await(clients.stream().filter(Future::isDone).toList());
        }
    }

    private static void await(List<Future<Void>> clients) throws IOException, InterruptedException {
        for (var client : clients) {
            try {
                client.get(LONGEST_MINUTES, TimeUnit.MINUTES);
            } catch (ExecutionException | TimeoutException problem) {
                throw new IOException("a client gave up", problem);
            }
        }
    }
}
