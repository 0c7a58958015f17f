package io.github.sprigfhir.app.directory.finding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Makes the tables of the index where they are missing; whoever uses them asks for this first. */
@Component
public class IndexTables {

    IndexTables(DataSource database) throws IOException, SQLException {
        var script = new ClassPathResource("sprig-finding.sql").getContentAsString(StandardCharsets.UTF_8);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(script);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** True: there is none of these before its tables are made. */
    public boolean areMade() {
        return true;
    }
}
