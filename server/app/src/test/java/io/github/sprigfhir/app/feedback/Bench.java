package io.github.sprigfhir.app.feedback;

import ca.uhn.fhir.context.FhirContext;
import com.zaxxer.hikari.HikariDataSource;
import io.github.sprigfhir.domain.feedback.Change;
import io.github.sprigfhir.domain.feedback.Content;
import io.github.sprigfhir.domain.feedback.Interest;
import io.github.sprigfhir.domain.feedback.Part;
import io.github.sprigfhir.domain.feedback.Patience;
import io.github.sprigfhir.domain.feedback.Standing;
import io.github.sprigfhir.domain.feedback.SubscriptionVerdict.Agreed;
import io.github.sprigfhir.domain.feedback.Topic;
import io.github.sprigfhir.domain.kernel.Peers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An outbox on a PostgreSQL of its own, and any number of servers that send from it. */
final class Bench implements AutoCloseable {

    static final String OWNER = "HealthcareService/1";
    private static final Duration SHORT = Duration.ofMillis(50);

    private final EmbeddedPostgres postgres;
    final HikariDataSource database = new HikariDataSource();
    final Registrations registrations;
    final Interests interests;
    final List<String> whys = new CopyOnWriteArrayList<>();
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final List<Dispatcher> running = new ArrayList<>();

    Bench() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "60")
                .start();
        database.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        database.setMaximumPoolSize(20);
        registrations = new Registrations(database);
        interests = new Interests(registrations, System::nanoTime);
        outbox = new Outbox(database, interests, () -> {});
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    String subscription(String address, Standing standing) {
        var id = UUID.randomUUID().toString();
        store(id, address, standing);
        interests.refresh();
        return id;
    }

    void store(String id, String address, Standing standing) {
        registrations.store(
                id, new Agreed(standing, new Interest(Topic.HANDOVER, Part.OWNER, OWNER), Content.ID_ONLY, address));
    }

    /** A transaction that changes these resources, and does whatever else before it commits. */
    void commit(Runnable before, String... focuses) {
        transaction.executeWithoutResult(status -> {
            before.run();
            outbox.tell(
                    Arrays.stream(focuses)
                            .map(focus -> new Change(Topic.HANDOVER, focus, Map.of(Part.OWNER, Set.of(OWNER))))
                            .toList(),
                    Optional.empty());
        });
    }

    void commit(String... focuses) {
        commit(() -> {}, focuses);
    }

    Dispatcher server(Duration timeout, Duration giveUpAfter) {
        var courier = new Courier(Peers.ofListedAndOurselves("sprig.feedback.allowed-networks", List.of()), timeout);
        var notifications = new Notifications(FhirContext.forR4Cached(), () -> "http://sprig.example/fhir");
        var lanes = new Lanes(database, UUID.randomUUID().toString(), Duration.ofSeconds(30));
        var patience = new Patience(SHORT, SHORT.multipliedBy(4), giveUpAfter);
        var delivery = new Delivery(lanes, courier, notifications, this::set, patience, () -> 0.5);
        var dispatcher = new Dispatcher(new Interests(registrations, System::nanoTime), lanes, delivery);
        running.add(dispatcher);
        dispatcher.start();
        return dispatcher;
    }

    Dispatcher server() {
        return server(Duration.ofSeconds(20), Duration.ofHours(1));
    }

    String standing(String id) {
        return JdbcClient.create(database)
                .sql("select standing from sprig_subscription where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    long waiting() {
        return JdbcClient.create(database)
                .sql("select count(*) from sprig_notification")
                .query(Long.class)
                .single();
    }

    private void set(Lane lane, Standing standing, String why) {
        whys.add(why);
        JdbcClient.create(database)
                .sql("update sprig_subscription set standing = ? where id = ?")
                .params(standing.name(), lane.id())
                .update();
    }

    /** Stops what runs and forgets what is stored. */
    void clear() {
        running.stream().filter(Dispatcher::isRunning).forEach(Dispatcher::stop);
        running.clear();
        whys.clear();
        JdbcClient.create(database).sql("truncate sprig_subscription cascade").update();
    }

    @Override
    public void close() throws IOException {
        database.close();
        postgres.close();
    }
}
