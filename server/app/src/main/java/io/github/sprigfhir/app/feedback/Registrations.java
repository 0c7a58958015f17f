package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.domain.feedback.Interest;
import io.github.sprigfhir.domain.feedback.Part;
import io.github.sprigfhir.domain.feedback.SubscriptionVerdict.Agreed;
import io.github.sprigfhir.domain.feedback.Topic;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What delivery needs to know of each Subscription, in a table of ours beside HAPI's, written in the same transaction as
 * the Subscription itself. Makes the tables of the outbox where they are missing.
 */
@Component
class Registrations {

    private final JdbcClient database;

    Registrations(DataSource database) throws IOException, SQLException {
        this.database = JdbcClient.create(database);
        OwnTables.make(database, "sprig-outbox.sql");
    }

    /** Joins the current transaction. What stands in the outbox for an older address goes to the new one. */
    void store(String id, Agreed agreed) {
        database.sql("""
                        insert into sprig_subscription (id, topic, part, party, address, content, standing)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set address = excluded.address, content = excluded.content,
                            standing = excluded.standing, failures = 0, failing_since = null, due = now()
                        """)
                .params(
                        id,
                        agreed.interest().topic().name(),
                        agreed.interest().part().name(),
                        agreed.interest().party(),
                        agreed.address(),
                        agreed.content().name(),
                        agreed.standing().name())
                .update();
    }

    /** Joins the current transaction. What stands in the outbox for it goes too: nobody is there to have it. */
    void remove(String id) {
        database.sql("delete from sprig_subscription where id = ?").param(id).update();
    }

    /** Everything that somebody wants to hear of, or may soon, by the Subscription's id. */
    Map<String, Interest> interests() {
        var found = new HashMap<String, Interest>();
        database.sql("select id, topic, part, party from sprig_subscription where standing <> 'OFF'")
                .query(row -> {
                    found.put(
                            row.getString("id"),
                            new Interest(
                                    Topic.valueOf(row.getString("topic")),
                                    Part.valueOf(row.getString("part")),
                                    row.getString("party")));
                });
        return found;
    }

    /** How one stands, whatever its standing. */
    Optional<Lane> lane(String id) {
        return database.sql(
                        "select *, extract(epoch from now() - failing_since) as failing from sprig_subscription where id = ?")
                .param(id)
                .query((row, number) -> Lanes.lane(row))
                .optional();
    }
}
