package io.github.sprigfhir.app.outcomes.report;

import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Counts with more memory than other questions have, and by hashing: the planner expects millions of groups where there
 * are thousands, and would sort on disk once for each division, which takes twice as long.
 */
@Component
class Counting {

    private static final String SETTINGS = """
            set local work_mem = '128MB';
            set local hash_mem_multiplier = 1000;
            set local enable_mergejoin = off;
            set local jit = off;
            """;

    private final DataSource database;

    Counting(DataSource database) {
        this.database = database;
    }

    /** Lets somebody count in a transaction of its own that writes nothing. */
    void count(Consumer<JdbcClient> counter) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(SETTINGS);
                counter.accept(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            throw new UncategorizedSQLException("counting", null, broken);
        }
    }
}
