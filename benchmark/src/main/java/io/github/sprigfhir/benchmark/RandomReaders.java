package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Fills a server with a random world, then asks it at random in everybody's name, and holds every answer to a model of
 * who may see what.
 *
 * <p>{@code RandomReaders --home /tmp/readers [--port 18090] [--requests 10000] [--people 30] [--phases 3] [--clients 4]
 * [--seed 1] -- java -jar sprig.jar}. The home must not exist yet. In each phase more people come into the world and
 * more happens to those who are there; then nobody writes, and the requests of the phase are sent. It fails if an answer
 * holds, counts or gives away what its caller may not see, or lacks what they may. What happens and what is asked depends
 * on the seed alone, but for the ids that the server gives.
 */
public final class RandomReaders {

    private static final Set<String> OPTIONS =
            Set.of("home", "port", "requests", "people", "phases", "clients", "seed");
    private static final int EVENTS = 14;
    private static final long PRIME = 1_000_003L;

    private final Options options;
    private final Path home;
    private final int seed;
    private final int requests;
    private final int phases;
    private final Tally tally = new Tally();
    private long questions;

    private RandomReaders(Options options) {
        this.options = options;
        this.home = options.folder("home");
        this.seed = options.number("seed", 1);
        this.requests = options.number("requests", 10_000);
        this.phases = options.number("phases", 3);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> new RandomReaders(Options.parse(List.of(arguments), OPTIONS)).run());
    }

    private boolean run() throws IOException, InterruptedException {
        if (Files.exists(home)) {
            throw new IllegalArgumentException("%s exists; the readers need a folder of their own".formatted(home));
        }
        System.out.printf("Seed %d%n", seed);
        try (var subscribers = new Subscribers();
                var server = ServerProcess.guarded(
                        options.commandOrRefuse(), home, options.number("port", 18090), settings(subscribers))) {
            var happened = live(server.fhir(), subscribers);
            tally.print();
            var well = happened && tally.faults() == 0;
            System.out.println(
                    well
                            ? "Nobody saw what they may not see, and nobody was denied what they may."
                            : "The server was wrong.");
            return well;
        }
    }

    private static List<String> settings(Subscribers subscribers) {
        return List.of(
                "--sprig.feedback.allowed-addresses=" + subscribers.address(), "--sprig.access.token-lifetime=30m");
    }

    private boolean live(FhirServer server, Subscribers subscribers) throws IOException, InterruptedException {
        Place.publish(server);
        var archive = new Archive(home);
        var players = Player.all(archive.read(Map.of()).values());
        var desk = new Desk(server);
        players = Voices.give(players, desk, server);
        var lives = new Lives(
                desk,
                new Sheets(server),
                players,
                new Random(seed),
                new NhsNumbers(Math.floorMod(seed * 7919, 300_000)),
                subscribers.address());
        var happened = true;
        for (var phase = 1; phase <= phases; phase++) {
            lives.goOn(EVENTS / 2);
            for (var person = 0; person < options.number("people", 30) / phases; person++) {
                lives.begin(EVENTS);
            }
            var view = new View(archive.read(desk.recorders()), players);
            System.out.printf("Phase %d%n", phase);
            view.print();
            // What was always refused in the first phase may be so by chance.
            happened = desk.print();
            ask(new Questions(server, view, tally), requests * phase / phases);
            subscribers.faults().forEach(System.out::println);
        }
        return subscribers.told() && happened;
    }

    /** Asks until so many requests were sent. */
    private void ask(Questions asked, int until) throws IOException, InterruptedException {
        var threads = Executors.newFixedThreadPool(options.number("clients", 4));
        // A fixed number of questions in each round, so that how fast clients are decides nothing.
        var round = Math.max(1, (until - tally.requests()) / 4);
        while (tally.requests() < until) {
            var first = questions;
            var next = new AtomicInteger();
            Callable<Void> client = () -> {
                for (var number = next.getAndIncrement(); number < round; number = next.getAndIncrement()) {
                    asked.ask(seed * PRIME + first + number);
                }
                return null;
            };
            for (var running : Stream.generate(() -> threads.submit(client))
                    .limit(options.number("clients", 4))
                    .toList()) {
                try {
                    running.get();
                } catch (ExecutionException problem) {
                    throw new IOException("a client gave up", problem);
                }
            }
            questions += round;
        }
        threads.shutdown();
    }
}
