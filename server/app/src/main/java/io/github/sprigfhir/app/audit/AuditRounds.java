package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.domain.audit.Interaction;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Seals every few seconds, records each minute what was only counted, and records that the server starts and stops. */
class AuditRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRounds.class);
    private static final Duration COUNTING = Duration.ofMinutes(1);
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(5);

    private final Sealer sealer;
    private final AuditStore store;
    private final RefusalCounts counts;
    private final AuditSettings settings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "sprig-audit"));
    private volatile boolean running;

    AuditRounds(Sealer sealer, AuditStore store, RefusalCounts counts, AuditSettings settings) {
        this.sealer = sealer;
        this.store = store;
        this.counts = counts;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        if (settings.enabled()) {
            store.write(Entry.ofServer(Interaction.START, List.of(), Set.of()));
        }
        var pause = settings.sealEvery().toMillis();
        var unused = thread.scheduleWithFixedDelay(this::seal, pause, pause, TimeUnit.MILLISECONDS);
        var unusedToo = thread.scheduleWithFixedDelay(
                this::count, COUNTING.toMillis(), COUNTING.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Before the connections close; what cannot be recorded then is told to the log. */
    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_MOMENTS.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        count();
        if (settings.enabled()) {
            write(Entry.ofServer(Interaction.STOP, List.of(), Set.of()));
        }
        seal();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void seal() {
        try {
            while (sealer.round()) {
                LOG.debug("There is more to seal");
            }
        } catch (DataAccessException | TransactionException unwell) {
            LOG.warn(
                    "The audit cannot be sealed just now: {}", unwell.getClass().getSimpleName());
        }
    }

    private void count() {
        counts.take().forEach(this::write);
    }

    private void write(Entry entry) {
        try {
            store.write(entry);
        } catch (DataAccessException unwell) {
            LOG.error(
                    "The audit cannot be written: {} ({})",
                    entry.interaction(),
                    unwell.getClass().getSimpleName());
        }
    }
}
