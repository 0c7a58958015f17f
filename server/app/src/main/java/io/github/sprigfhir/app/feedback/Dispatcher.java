package io.github.sprigfhir.app.feedback;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Looks twice a second for what is to be sent, and sets it going; every server has one, and they share the work. */
class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(5);
    private static final int THREADS = 2;
    private static final int MOST_AT_ONCE = 200;

    private final Interests interests;
    private final Lanes lanes;
    private final Delivery delivery;
    private final AtomicInteger underway = new AtomicInteger();
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, work -> new Thread(work, "sprig-dispatcher"));
    private volatile boolean running;

    Dispatcher(Interests interests, Lanes lanes, Delivery delivery) {
        this.interests = interests;
        this.lanes = lanes;
        this.delivery = delivery;
    }

    @Override
    public void start() {
        running = true;
        threads.execute(this::round);
    }

    @Override
    public void stop() {
        running = false;
        delivery.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_MOMENTS.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        lanes.releaseAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void round() {
        try {
            interests.refresh();
            if (interests.areThere()) {
                lanes.claim(interests.settled(), MOST_AT_ONCE - underway.get()).forEach(this::begin);
            }
        } catch (DataAccessException unwell) {
            LOG.warn("The outbox cannot be read just now: {}", unwell.getClass().getSimpleName());
        } finally {
            if (running) {
                var unused = threads.schedule(this::round, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void begin(Lane lane) {
        underway.incrementAndGet();
        goOn(lane);
    }

    private void goOn(Lane lane) {
        var unused = CompletableFuture.completedFuture(lane)
                .thenComposeAsync(claimed -> delivery.step(claimed, threads), threads)
                .whenComplete((more, problem) -> {
                    if (problem == null && more && running) {
                        goOn(lane);
                        return;
                    }
                    underway.decrementAndGet();
                    if (problem != null && running) {
                        // Nothing is lost: its claim runs out, and then it is tried again.
                        LOG.warn("Subscription {} is interrupted: {}", lane.id(), problem.toString());
                    }
                });
    }
}
