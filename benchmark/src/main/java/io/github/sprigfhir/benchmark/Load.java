package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Some virtual clients that send one request after the other, each waiting for its answer.
 *
 * @param <T> what is sent, a referral for instance
 */
final class Load<T> {

    private static final int NO_ANSWER = 0;

    private final Supplier<T> next;
    private final Sender<T> sender;
    private final int clients;

    /** Sends one request and returns the status of its answer. */
    @FunctionalInterface
    interface Sender<T> {
        int send(T request) throws IOException, InterruptedException;
    }

    Load(Supplier<T> next, Sender<T> sender, int clients) {
        this.next = next;
        this.sender = sender;
        this.clients = clients;
    }

    /** GP systems that send one referral after the other. */
    static Load<Referral> of(FhirServer server, Referrals referrals, int clients) {
        return new Load<>(
                referrals::next, referral -> server.post(referral.body()).statusCode(), clients);
    }

    /** Sends until the time is over or the number is sent. */
    Measured run(Duration longest, int most) throws InterruptedException {
        return run(longest, most, (request, status) -> {});
    }

    /** @param outcome is told of each request the status of its answer, or 0 if none came; called by many threads */
    Measured run(Duration longest, int most, BiConsumer<T, Integer> outcome) throws InterruptedException {
        var begun = System.nanoTime();
        var left = new AtomicInteger(most);
        var gone = new AtomicBoolean();
        var errors = new ConcurrentHashMap<Integer, Integer>();
        Callable<List<Long>> client = () -> {
            var nanos = new ArrayList<Long>();
            while (!gone.get() && System.nanoTime() - begun < longest.toNanos() && left.getAndDecrement() > 0) {
                var request = next.get();
                var sent = System.nanoTime();
                var status = send(request);
                if (status == 200) {
                    nanos.add(System.nanoTime() - sent);
                } else {
                    errors.merge(status, 1, Integer::sum);
                }
                // A server that no longer answers would only be knocked at without end.
                gone.compareAndSet(false, status == NO_ANSWER);
                outcome.accept(request, status);
            }
            return nanos;
        };
        return Measured.of(all(client), errors, System.nanoTime() - begun);
    }

    private Stream<Long> all(Callable<List<Long>> client) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var nanos = new ArrayList<Long>();
            for (var finished : threads.invokeAll(Collections.nCopies(clients, client))) {
                nanos.addAll(finished.get());
            }
            return nanos.stream();
        } catch (ExecutionException problem) {
            throw new IllegalStateException("A client stopped with a fault of its own", problem.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private int send(T request) throws InterruptedException {
        try {
            return sender.send(request);
        } catch (IOException noAnswer) {
            return NO_ANSWER;
        }
    }
}
