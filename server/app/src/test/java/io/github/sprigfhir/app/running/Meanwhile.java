package io.github.sprigfhir.app.running;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something else that happens while a request is answered: after it has begun, before it reads a table. */
final class Meanwhile {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Meanwhile() {}

    /**
     * What is answered.
     *
     * @param table that the request reads, and is kept from until the change is made
     * @param change a statement of SQL
     */
    static <T> T change(DataSource database, String table, String change, Supplier<T> asked) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            CompletableFuture<T> answer;
            try {
                statement.execute("lock table %s in access exclusive mode".formatted(table));
                answer = CompletableFuture.supplyAsync(asked);
                waitUntilHeldUp(database, table);
                statement.execute(change);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return answer.join();
        }
    }

    /** Asked on other connections, each time anew: within a transaction the database tells always the same. */
    private static void waitUntilHeldUp(DataSource database, String table) {
        await().atMost(PATIENCE).until(() -> JdbcClient.create(database)
                .sql("select exists (select 1 from pg_locks where relation = ?::regclass and not granted)")
                .param(table)
                .query(Boolean.class)
                .single());
    }
}
