package io.github.sprigfhir.app.directory.openreferral;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes our tables where they are missing. */
@Component
class Tables {

    private final DataSource database;

    Tables(DataSource database) throws IOException, SQLException {
        this.database = database;
        var script = new ClassPathResource("sprig-open-referral.sql").getContentAsString(StandardCharsets.UTF_8);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(script);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    JdbcClient client() {
        return JdbcClient.create(database);
    }

    DataSource database() {
        return database;
    }
}
