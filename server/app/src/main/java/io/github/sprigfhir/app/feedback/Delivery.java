package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.domain.feedback.NextTry;
import io.github.sprigfhir.domain.feedback.Patience;
import io.github.sprigfhir.domain.feedback.Standing;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what one claimed Subscription is to get, in its order, until nothing is left or the subscriber fails. */
class Delivery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Lanes lanes;
    private final Courier courier;
    private final Notifications notifications;
    private final Standings standings;
    private final Patience patience;
    private final DoubleSupplier chance;

    Delivery(
            Lanes lanes,
            Courier courier,
            Notifications notifications,
            Standings standings,
            Patience patience,
            DoubleSupplier chance) {
        this.lanes = lanes;
        this.courier = courier;
        this.notifications = notifications;
        this.standings = standings;
        this.patience = patience;
        this.chance = chance;
    }

    /** Does what is next for it; the answer is whether there may be more to do. What follows a call runs on the threads. */
    CompletableFuture<Boolean> step(Lane lane, Executor threads) {
        if (lane.standing() == Standing.REQUESTED) {
            return courier.send(lane.address(), notifications.handshake(lane), Optional.empty())
                    .thenApplyAsync(result -> afterHandshake(lane, result), threads);
        }
        var next = lanes.next(lane);
        if (next.isEmpty()) {
            lanes.release(lane);
            return CompletableFuture.completedFuture(false);
        }
        var event = next.get();
        return courier.send(lane.address(), notifications.event(lane, event), event.correlation())
                .thenApplyAsync(result -> goesOn(lane, event, result), threads);
    }

    private boolean afterHandshake(Lane lane, Courier.Result result) {
        switch (result.reply()) {
            case TAKEN -> {
                standings.set(lane, Standing.ACTIVE, "");
                LOG.info("Subscription {} is active", lane.id());
            }
            case NOT_THIS_ONE, NOT_NOW -> {
                var next = patience.afterHandshake(lane.failures() + 1, chance.getAsDouble());
                if (next instanceof NextTry.After after) {
                    lanes.putOff(lane, after.delay());
                } else {
                    giveUp(lane, "The handshake failed: " + result.what() + ".");
                }
            }
        }
        lanes.release(lane);
        return false;
    }

    private boolean goesOn(Lane lane, Event event, Courier.Result result) {
        return switch (result.reply()) {
            case TAKEN -> {
                lanes.taken(lane, event);
                yield true;
            }
            case NOT_THIS_ONE -> {
                var next = patience.afterNotification(event.failures() + 1, event.failingFor(), chance.getAsDouble());
                yield putOff(lane, next, result, after -> lanes.putOff(lane, event, after.delay()));
            }
            case NOT_NOW -> {
                var next = patience.afterNotification(lane.failures() + 1, lane.failingFor(), chance.getAsDouble());
                putOff(lane, next, result, after -> lanes.putOff(lane, after.delay()));
                lanes.release(lane);
                yield false;
            }
        };
    }

    private boolean putOff(Lane lane, NextTry next, Courier.Result result, Consumer<NextTry.After> later) {
        if (next instanceof NextTry.After after) {
            later.accept(after);
            return true;
        }
        giveUp(
                lane,
                "Notifications were given up: " + result.what()
                        + ". Set the status to requested to have the rest sent, and read what has changed meanwhile.");
        lanes.release(lane);
        return false;
    }

    private void giveUp(Lane lane, String why) {
        LOG.warn("Subscription {} is given up: {}", lane.id(), why);
        standings.set(lane, Standing.ERROR, why);
    }

    @Override
    public void close() {
        courier.close();
    }
}
