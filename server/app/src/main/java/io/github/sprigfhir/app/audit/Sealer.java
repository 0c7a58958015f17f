package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.domain.audit.Digest;
import io.github.sprigfhir.domain.audit.Seal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was committed since the last seal. Of several servers one does it at a time, by an advisory lock.
 *
 * <p>Numbers are not committed in their order. So a seal names its events one by one, and says up to which number all are
 * settled: those that were taken before some moment, once every transaction of that moment has ended.
 */
class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int MOST = 2_000;

    private final JdbcClient database;
    private final Seals seals;
    private final TransactionTemplate transaction;
    private @Nullable Moment waitingFor;

    /** A number that was the last, and the ids of the oldest transaction and of our own, at one moment. */
    private record Moment(long number, String oldest, String own, Instant at) {}

    Sealer(DataSource source) {
        this.database = JdbcClient.create(source);
        this.seals = new Seals(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** Seals once, if another server is not just doing so; whether there may be more to seal at once. */
    synchronized boolean round() {
        return Boolean.TRUE.equals(transaction.execute(status -> isLeader() && seal()));
    }

    private boolean isLeader() {
        return database.sql("select pg_try_advisory_xact_lock(5137010)")
                .query(Boolean.class)
                .single();
    }

    private boolean seal() {
        var last = seals.last();
        var before = last.map(Seal::settled).orElse(0L);
        var now = moment();
        var events = seals.unsealed(before, MOST);
        var full = events.size() == MOST;
        var settled = full ? before : Math.max(before, settled(now));
        if (!events.isEmpty()) {
            var seal = Seal.after(
                    last.map(Seal::number).orElse(0L),
                    last.map(Seal::hash).orElse(Digest.NONE),
                    settled,
                    now.at(),
                    events);
            seals.write(seal);
            LOG.debug("Audit seal {} {}", seal.number(), seal.hash());
        }
        return full;
    }

    /**
     * The last number is read first, so whoever took it has an id below ours, which is given to us only then. The highest
     * id of a snapshot would not do: it is that of the last transaction to have ended, and others are on their way.
     */
    private Moment moment() {
        var number = database.sql("select case when is_called then last_value else 0 end from sprig_audit_number")
                .query(Long.class)
                .single();
        return database.sql(
                        "select pg_snapshot_xmin(s)::text as oldest, pg_current_xact_id()::text as own, clock_timestamp() as at from pg_current_snapshot() s")
                .query((row, line) -> new Moment(
                        number,
                        row.getString("oldest"),
                        row.getString("own"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .single();
    }

    private long settled(Moment now) {
        var earlier = Optional.ofNullable(waitingFor);
        if (earlier.isEmpty()) {
            waitingFor = now;
            return 0;
        }
        if (Long.compareUnsigned(
                        Long.parseUnsignedLong(now.oldest()),
                        Long.parseUnsignedLong(earlier.get().own()))
                < 0) {
            return 0;
        }
        waitingFor = now;
        return earlier.get().number();
    }
}
