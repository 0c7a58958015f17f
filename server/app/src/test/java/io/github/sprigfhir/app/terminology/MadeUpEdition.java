package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.app.terminology.ReleaseLoader.Order;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The edition that we made up, in the database of a test. */
public final class MadeUpEdition {

    private MadeUpEdition() {}

    /** Loads it, unless that was done; gives what the operator is told. */
    public static List<String> load(DataSource database) throws IOException, SQLException {
        var told = new ArrayList<String>();
        try (var release = Release.open(Path.of("src/test/resources/snomed"))) {
            new ReleaseLoader(
                            database,
                            new Order("http://snomed.info/sct/83821000000107", List.of("999001261000000100")),
                            told::add)
                    .load(release);
        }
        return told;
    }

    /** Other tests of the same server ask one without an edition. */
    public static void forget(DataSource database) {
        JdbcClient.create(database).sql("delete from sprig_edition").update();
    }
}
