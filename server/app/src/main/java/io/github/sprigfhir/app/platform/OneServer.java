package io.github.sprigfhir.app.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Lets one of several servers on one database do something at a time. Its turn is kept by a connection of its own, so that
 * it ends with the server.
 */
@Component
public class OneServer {

    private final DataSource database;

    OneServer(DataSource database) {
        this.database = database;
    }

    /** Does the work, unless another server is doing work of that name; then nothing. */
    public void does(String name, Runnable work) {
        try (var connection = database.getConnection()) {
            if (ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                try {
                    work.run();
                } finally {
                    ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
                }
            }
        } catch (SQLException broken) {
            throw new UncategorizedSQLException(name, null, broken);
        }
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
