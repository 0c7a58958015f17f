package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.app.platform.correlation.Correlation;
import io.github.sprigfhir.app.platform.outgoing.Outgoing;
import io.github.sprigfhir.domain.feedback.Reply;
import io.github.sprigfhir.domain.kernel.Peers;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries notifications to subscribers, any number at once on a few threads: one that hangs holds a connection, not a
 * thread.
 */
class Courier implements AutoCloseable {

    private static final int THREADS = 4;

    private final Duration timeout;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Courier::thread);
    private final Outgoing outgoing;

    /**
     * What came of it.
     *
     * @param what in plain words, with nothing of the address and nothing that the subscriber said
     */
    record Result(Reply reply, String what) {}

    private static final Result BARRED = new Result(
            Reply.NOT_NOW,
            "its host leads to an address that is not public and not in sprig.feedback.allowed-networks");

    Courier(Peers peers, Duration timeout) {
        this.outgoing = new Outgoing(peers, timeout, threads);
        this.timeout = timeout;
    }

    /**
     * Ends within the time-out, whatever the subscriber does.
     *
     * @param correlation goes with it as X-Correlation-Id
     */
    CompletableFuture<Result> send(String address, String json, Optional<UUID> correlation) {
        var uri = URI.create(address);
        return CompletableFuture.supplyAsync(() -> mayBeCalled(uri.getHost()), threads)
                .thenCompose(may -> may ? post(uri, json, correlation) : CompletableFuture.completedFuture(BARRED))
                .exceptionally(Courier::failed);
    }

    private CompletableFuture<Result> post(URI uri, String json, Optional<UUID> correlation) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(json));
        correlation.ifPresent(id -> request.header(Correlation.CORRELATION_ID, id.toString()));
        var exchange = outgoing.client().sendAsync(request.build(), BodyHandlers.discarding());
        // The client's own time-out ends when the answer begins; an answer that never ends must end too.
        return exchange.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, problem) -> exchange.cancel(true))
                .thenApply(Courier::answered);
    }

    private boolean mayBeCalled(String host) {
        try {
            return outgoing.mayBeCalled(host);
        } catch (UnknownHostException unknown) {
            throw new CompletionException(unknown);
        }
    }

    private static Result answered(HttpResponse<Void> answer) {
        return new Result(Reply.of(answer.statusCode()), "it answered " + answer.statusCode());
    }

    private static Result failed(Throwable thrown) {
        var cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof UnknownHostException) {
            return new Result(Reply.NOT_NOW, "its host is not known");
        }
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return new Result(Reply.NOT_NOW, "it did not answer in time");
        }
        if (cause instanceof IOException) {
            return new Result(
                    Reply.NOT_NOW, "it cannot be reached (" + cause.getClass().getSimpleName() + ")");
        }
        throw new CompletionException(cause);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "sprig-courier");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
