package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.app.platform.OwnTables;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Makes the tables of the index where they are missing; whoever uses them asks for this first. */
@Component
public class IndexTables {

    IndexTables(DataSource database) throws IOException, SQLException {
        OwnTables.make(database, "sprig-finding.sql");
    }

    /** True: there is none of these before its tables are made. */
    public boolean areMade() {
        return true;
    }
}
