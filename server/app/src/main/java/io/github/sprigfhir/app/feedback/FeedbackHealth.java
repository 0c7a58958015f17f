package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.domain.feedback.Standing;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the operator how the subscriptions stand and what waits; a subscriber that fails does not make this server ill. */
@Component("feedback")
class FeedbackHealth implements HealthIndicator {

    private final JdbcClient database;

    FeedbackHealth(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var standing : List.of(Standing.REQUESTED, Standing.ACTIVE, Standing.ERROR)) {
            health.withDetail(
                    standing.name().toLowerCase(Locale.ROOT),
                    database.sql("select count(*) from sprig_subscription where standing = ?")
                            .param(standing.name())
                            .query(Long.class)
                            .single());
        }
        health.withDetail(
                "inError",
                database.sql("select id from sprig_subscription where standing = 'ERROR' order by id limit 20")
                        .query(String.class)
                        .list());
        health.withDetail(
                "waiting",
                database.sql("select count(*) from sprig_notification")
                        .query(Long.class)
                        .single());
        health.withDetail(
                "oldestWaitingSeconds",
                database.sql(
                                "select coalesce(extract(epoch from now() - min(occurred)), 0)::bigint from sprig_notification")
                        .query(Long.class)
                        .single());
        return health.build();
    }
}
