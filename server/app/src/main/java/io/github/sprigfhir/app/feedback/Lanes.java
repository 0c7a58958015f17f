package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.domain.feedback.Content;
import io.github.sprigfhir.domain.feedback.Standing;
import io.github.sprigfhir.domain.feedback.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shares the outbox among servers: a Subscription is claimed by one of them for a while, and what it learns is written
 * down only while the claim is its own. All times are the database's.
 */
class Lanes {

    private final JdbcClient database;
    private final String server;
    private final long leaseMillis;

    /**
     * Makes one server's share.
     *
     * @param server a name that no other server has, nor this one had before it was started again
     * @param lease how long a claim holds if its server dies
     */
    Lanes(DataSource database, String server, Duration lease) {
        this.database = JdbcClient.create(database);
        this.server = server;
        this.leaseMillis = lease.toMillis();
    }

    /**
     * Claims Subscriptions for which there is something to send.
     *
     * @param settled those among the requested that may have their handshake
     */
    List<Lane> claim(List<String> settled, int atMost) {
        return database.sql("""
                        update sprig_subscription
                        set claimed_by = :server, claimed_until = now() + :lease * interval '1 ms'
                        where id in (
                            select s.id from sprig_subscription s
                            where s.due <= now() and (s.claimed_until is null or s.claimed_until < now())
                            and (s.standing = 'REQUESTED' and s.id = any(:settled)
                                or s.standing = 'ACTIVE' and exists (
                                    select 1 from sprig_notification n where n.subscription = s.id and n.due <= now()))
                            order by s.due limit :most for update skip locked)
                        returning *, extract(epoch from now() - failing_since) as failing
                        """)
                .param("server", server)
                .param("lease", leaseMillis)
                .param("settled", settled.toArray(String[]::new))
                .param("most", atMost)
                .query((row, number) -> lane(row))
                .list();
    }

    /** The oldest event that may be sent now: no older one about the same resource is still to come. */
    Optional<Event> next(Lane lane) {
        return database.sql("""
                        select n.*, extract(epoch from now() - n.failing_since) as failing from sprig_notification n
                        join sprig_subscription s on s.id = n.subscription
                        where s.id = ? and s.claimed_by = ? and s.standing = 'ACTIVE' and s.address = ?
                        and n.due <= now()
                        and not exists (select 1 from sprig_notification older where older.subscription = n.subscription
                            and older.focus = n.focus and older.event < n.event)
                        order by n.event limit 1
                        """)
                .params(lane.id(), server, lane.address())
                .query((row, number) -> new Event(
                        row.getLong("event"),
                        row.getString("focus"),
                        Optional.ofNullable(row.getObject("correlation", UUID.class)),
                        row.getObject("occurred", OffsetDateTime.class).toInstant(),
                        row.getInt("failures"),
                        failing(row)))
                .optional();
    }

    /** It is there: it is forgotten here, and the claim goes on. */
    void taken(Lane lane, Event event) {
        var ours = database.sql("""
                        update sprig_subscription
                        set failures = 0, failing_since = null, claimed_until = now() + ? * interval '1 ms'
                        where id = ? and claimed_by = ?
                        """).params(leaseMillis, lane.id(), server).update();
        if (ours == 1) {
            database.sql("delete from sprig_notification where subscription = ? and event = ?")
                    .params(lane.id(), event.number())
                    .update();
        }
    }

    /** The subscriber will not have this one now; later ones about the same resource wait with it. */
    void putOff(Lane lane, Event event, Duration delay) {
        database.sql("""
                        update sprig_notification set failures = failures + 1,
                            failing_since = coalesce(failing_since, now()), due = now() + ? * interval '1 ms'
                        where subscription = ? and event = ?
                        """).params(delay.toMillis(), lane.id(), event.number()).update();
    }

    /** The subscriber does not work; everything for it waits. */
    void putOff(Lane lane, Duration delay) {
        database.sql("""
                        update sprig_subscription set failures = failures + 1,
                            failing_since = coalesce(failing_since, now()), due = now() + ? * interval '1 ms'
                        where id = ? and claimed_by = ?
                        """).params(delay.toMillis(), lane.id(), server).update();
    }

    void release(Lane lane) {
        database.sql(
                        "update sprig_subscription set claimed_by = null, claimed_until = null where id = ? and claimed_by = ?")
                .params(lane.id(), server)
                .update();
    }

    /** When this server stops, so that others need not wait for its claims to run out. */
    void releaseAll() {
        database.sql("update sprig_subscription set claimed_by = null, claimed_until = null where claimed_by = ?")
                .param(server)
                .update();
    }

    static Lane lane(ResultSet row) throws SQLException {
        return new Lane(
                row.getString("id"),
                Topic.valueOf(row.getString("topic")),
                Content.valueOf(row.getString("content")),
                row.getString("address"),
                Standing.valueOf(row.getString("standing")),
                row.getLong("events"),
                row.getInt("failures"),
                failing(row));
    }

    private static Duration failing(ResultSet row) throws SQLException {
        return Duration.ofMillis((long) (row.getDouble("failing") * 1_000));
    }
}
