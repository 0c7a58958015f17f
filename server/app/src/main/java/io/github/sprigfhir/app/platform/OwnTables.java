package io.github.sprigfhir.app.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;

/** Makes tables of ours, beside HAPI's, where they are missing. */
public final class OwnTables {

    private OwnTables() {}

    /**
     * Runs a script as one transaction: all of it or nothing.
     *
     * @param script its name on the class path; whatever it makes may be there already
     */
    public static void make(DataSource database, String script) throws IOException, SQLException {
        var statements = new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(statements);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
