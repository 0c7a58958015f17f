package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.domain.feedback.Change;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down, in the very transaction that changes something, whom to tell of it; what is rolled back tells nobody.
 *
 * <p>It writes last: after everything else is in the database, and one Subscription after another in the order of their
 * ids, so that transactions which wait for each other never wait in a circle. Each row of a Subscription is locked from
 * its next event number to the commit, which is moments later; so numbers have no gaps and follow the order of commits,
 * and with them the versions of a Task.
 */
class Outbox {

    private final JdbcClient database;
    private final Interests interests;
    private final Runnable flush;

    /**
     * Makes the outbox of one server.
     *
     * @param flush puts into the database what the current transaction has still in memory
     */
    Outbox(DataSource database, Interests interests, Runnable flush) {
        this.database = JdbcClient.create(database);
        this.interests = interests;
        this.flush = flush;
    }

    /**
     * Writes down what the current transaction has changed; several changes of one resource are told as one.
     *
     * @param correlation the id that the sender of the changes gave to its undertaking, if it did
     */
    void tell(Collection<Change> changes, Optional<UUID> correlation) {
        var told = new TreeMap<String, TreeSet<String>>();
        changes.forEach(
                change -> interests.coveredBy(change).forEach(id -> told.computeIfAbsent(id, none -> new TreeSet<>())
                        .add(change.focus())));
        if (!told.isEmpty()) {
            flush.run();
            told.forEach((id, focuses) -> focuses.forEach(focus -> write(id, focus, correlation)));
        }
    }

    /**
     * The row is locked whatever its standing, so that a Subscription becomes active before this change or after it, and
     * not at the same time. One in error counts on without keeping the rows: when it is asked for again, the gap in the
     * numbers says that there is something to read up on.
     */
    private void write(String subscription, String focus, Optional<UUID> correlation) {
        database.sql("""
                        with counted as (
                            update sprig_subscription
                            set events = events + case
                                when standing = 'ACTIVE' or standing <> 'OFF' and events > 0 then 1 else 0 end
                            where id = ?
                            returning id, events, standing)
                        insert into sprig_notification (subscription, event, focus, correlation, occurred)
                        select id, events, ?, cast(? as uuid), clock_timestamp() from counted where standing = 'ACTIVE'
                        """).params(subscription, focus, correlation.orElse(null)).update();
    }
}
