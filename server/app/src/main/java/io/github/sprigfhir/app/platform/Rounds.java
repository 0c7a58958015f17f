package io.github.sprigfhir.app.platform;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own, with a pause between, until it is stopped. */
public final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration pause;
    private final Duration lastMoments;
    private final ScheduledExecutorService thread;
    private volatile boolean running;

    /**
     * Makes them ready; nothing is done yet.
     *
     * @param name of the thread
     * @param lastMoments how long a round that is under way may take to end when it is stopped
     */
    public Rounds(String name, Duration pause, Duration lastMoments) {
        this.name = name;
        this.pause = pause;
        this.lastMoments = lastMoments;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, name));
    }

    /** Begins at once. A round that breaks off is told to the log, and another follows it all the same. */
    public void start(Runnable round) {
        running = true;
        thread.execute(() -> go(round));
    }

    private void go(Runnable round) {
        var unused = CompletableFuture.runAsync(round, Runnable::run).whenComplete((nothing, problem) -> {
            if (problem != null) {
                // What a problem says may name somebody.
                LOG.warn(
                        "A round of {} broke off: {}",
                        name,
                        cause(problem).getClass().getName());
                LOG.debug("It broke off here", problem);
            }
            if (running) {
                var unusedToo = thread.schedule(() -> go(round), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    private static Throwable cause(Throwable problem) {
        return problem.getCause() == null ? problem : problem.getCause();
    }

    /** Lets the round that is under way end, if it does so in time. */
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(lastMoments.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether another round is to follow; a long round asks, and ends early. */
    public boolean areRunning() {
        return running;
    }
}
