package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes synthetic episodes into a server on this machine, by the mix that README.md publishes.
 *
 * <p>{@code EpisodeLoad --server http://127.0.0.1:8080 --count 1000 [--seed 1] [--clients 4] [--until 2026-11-20]}: the
 * same seed writes the same episodes, and a second time none. Ends with 1 if one was refused, and says which.
 */
public final class EpisodeLoad {

    private static final Set<String> OPTIONS = Set.of("server", "count", "seed", "clients", "until");
    private static final int TOO_MANY = 20;

    private EpisodeLoad() {}

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> load(Options.parse(List.of(arguments), OPTIONS)));
    }

    private static boolean load(Options options) throws IOException, InterruptedException {
        var server = new FhirServer(Loopback.only(options.text("server")));
        var until = LocalDate.parse(options.values().getOrDefault("until", "2026-11-20"));
        return load(
                server, options.number("count", 1000), options.number("seed", 1), until, options.number("clients", 4));
    }

    /** Whether none was refused. */
    static boolean load(FhirServer server, int count, int seed, LocalDate until, int clients)
            throws IOException, InterruptedException {
        var papers = new ArrayList<Papers>();
        for (var place : Place.publish(server)) {
            papers.add(new Papers(place, server));
        }
        var writer = new Writer(server, papers);
        var progress = new Progress(System.out, System::nanoTime, count);
        var next = new AtomicInteger();
        var made = new AtomicInteger();
        var refused = new ConcurrentLinkedQueue<String>();
        all(clients, () -> {
            for (var number = next.getAndIncrement();
                    number < count && refused.size() < TOO_MANY;
                    number = next.getAndIncrement()) {
                write(writer, Plan.of(seed, number, until), made, refused);
                progress.step();
            }
            return null;
        });
        System.out.printf(
                "%n%d new episodes, %d there already, %.1f per second, %.2f calls each%n",
                made.get(), count - made.get() - refused.size(), progress.perSecond(), writer.calls() / (double) count);
        refused.forEach(System.err::println);
        return refused.isEmpty();
    }

    private static void write(Writer writer, Plan plan, AtomicInteger made, ConcurrentLinkedQueue<String> refused)
            throws InterruptedException {
        try {
            if (writer.write(plan)) {
                made.incrementAndGet();
            }
        } catch (IOException problem) {
            refused.add("%s, %s: %s".formatted(plan.key(), plan.course(), problem.getMessage()));
        }
    }

    static void all(int clients, Callable<Void> client) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            for (var finished : threads.invokeAll(Collections.nCopies(clients, client))) {
                finished.get();
            }
        } catch (ExecutionException problem) {
            throw new IllegalStateException("A client stopped with a fault of its own", problem.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
