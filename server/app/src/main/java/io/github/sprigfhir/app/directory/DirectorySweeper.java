package io.github.sprigfhir.app.directory;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.sprigfhir.app.platform.Rounds;
import io.github.sprigfhir.app.platform.Store;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/**
 * Lets time take effect in the directory, and a policy that was changed at a start: looks a few times a minute for
 * entries that have got too old, and has each settled by whoever knows how. Several servers may do so at once, because each entry has a turn.
 */
@Component
class DirectorySweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DirectorySweeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration PUT_OFF = Duration.ofMinutes(1);
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 100;

    private final DueEntries due;
    private final List<Ageing> ageing;
    private final Store store;
    private final String policy;
    private final Rounds rounds = new Rounds("sprig-directory", PAUSE, LAST_MOMENTS);

    DirectorySweeper(
            DueEntries due, List<Ageing> ageing, Store store, CapacitySettings capacity, AssuranceSettings assurance) {
        this.policy = capacity + " " + assurance;
        this.due = due;
        this.ageing = ageing;
        this.store = store;
    }

    @Override
    public void start() {
        due.expect(policy);
        rounds.start(this::round);
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.areRunning();
    }

    private void round() {
        while (rounds.areRunning() && sweep() == MOST_AT_ONCE) {
            LOG.debug("More of the directory has got too old");
        }
    }

    /** Settles what has got too old, as much as is done at once; how many entries that were. */
    int sweep() {
        var claimed = due.claim(PUT_OFF, MOST_AT_ONCE);
        claimed.forEach(this::settle);
        return claimed.size();
    }

    private void settle(String entry) {
        try {
            store.inOneTransaction(new SystemRequestDetails(), () -> {
                ageing.stream()
                        .filter(one -> entry.startsWith(one.type() + "/"))
                        .forEach(one -> one.settle(entry));
                return entry;
            });
        } catch (BaseServerResponseException | NestedRuntimeException failed) {
            LOG.warn("{} is not settled yet: {}", entry, failed.getClass().getSimpleName());
        }
    }
}
