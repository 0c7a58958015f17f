package io.github.sprigfhir.app.consent;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.sprigfhir.app.platform.Rounds;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.kernel.Party;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/**
 * Lets consents run out: looks a few times a minute for people about whom time alone has changed what is allowed, and
 * ends what is no longer covered. Several servers may do so at once, because each person has a turn.
 */
@Component
class ConsentSweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentSweeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration PUT_OFF = Duration.ofMinutes(1);
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 100;

    private final DueConsents due;
    private final PersonsConsents consents;
    private final Withdrawal withdrawal;
    private final Store store;
    private final Rounds rounds = new Rounds("sprig-consents", PAUSE, LAST_MOMENTS);

    ConsentSweeper(DueConsents due, PersonsConsents consents, Withdrawal withdrawal, Store store) {
        this.due = due;
        this.consents = consents;
        this.withdrawal = withdrawal;
        this.store = store;
    }

    @Override
    public void start() {
        rounds.start(this::sweep);
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.areRunning();
    }

    /** Settles everybody whose time has come. */
    void sweep() {
        due.claim(PUT_OFF, MOST_AT_ONCE).forEach(this::settle);
    }

    private void settle(Party person) {
        var ourselves = new SystemRequestDetails();
        try {
            store.inOneTransaction(ourselves, () -> {
                withdrawal.settle(person, ourselves);
                due.note(person, consents.of(person), false);
                return person;
            });
        } catch (BaseServerResponseException | NestedRuntimeException failed) {
            LOG.warn("{} is not settled yet: {}", person, failed.getClass().getSimpleName());
        }
    }
}
