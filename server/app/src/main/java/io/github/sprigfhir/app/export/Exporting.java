package io.github.sprigfhir.app.export;

import io.github.sprigfhir.app.platform.OneServer;
import io.github.sprigfhir.app.platform.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes exports one after another, and removes those that are over. Of several servers one does. */
@Component
class Exporting implements SmartLifecycle, Runnable {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    private final Exports exports;
    private final ExportMaker maker;
    private final ExportSettings settings;
    private final Clock clock;
    private final OneServer oneServer;
    private final Rounds rounds = new Rounds("sprig-export", PAUSE, LAST_MOMENTS);

    Exporting(Exports exports, ExportMaker maker, ExportSettings settings, Clock clock, OneServer oneServer) {
        this.exports = exports;
        this.maker = maker;
        this.settings = settings;
        this.clock = clock;
        this.oneServer = oneServer;
    }

    @Override
    public void start() {
        rounds.start(this);
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.areRunning();
    }

    @Override
    public void run() {
        oneServer.does("sprig export", () -> {
            exports.removeOver(clock.instant(), settings.kept());
            exports.next().ifPresent(this::make);
        });
    }

    /** One that breaks off is tried again after all others, and given up in the end. */
    private void make(Export export) {
        CompletableFuture.runAsync(() -> maker.make(export, rounds::areRunning), Runnable::run)
                .whenComplete((nothing, problem) -> {
                    if (problem != null) {
                        exports.brokeOff(export, TRIES, "It broke off %d times.".formatted(TRIES));
                    }
                })
                .join();
    }
}
