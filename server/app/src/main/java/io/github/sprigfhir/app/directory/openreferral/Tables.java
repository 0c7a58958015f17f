package io.github.sprigfhir.app.directory.openreferral;

import io.github.sprigfhir.app.platform.OwnTables;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes our tables where they are missing. */
@Component
class Tables {

    private final DataSource database;

    Tables(DataSource database) throws IOException, SQLException {
        this.database = database;
        OwnTables.make(database, "sprig-open-referral.sql");
    }

    /** For what is written many at a time. */
    JdbcTemplate batches() {
        return new JdbcTemplate(database);
    }

    JdbcClient client() {
        return JdbcClient.create(database);
    }
}
