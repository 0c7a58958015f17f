package io.github.sprigfhir.app.directory.gaps;

import io.github.sprigfhir.app.platform.OwnTables;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which needs were unmet when and where, in a table of ours beside HAPI's that is written in the same transaction as the
 * Observations. It holds nobody.
 */
@Component
class UnmetNeeds {

    private final JdbcClient database;

    UnmetNeeds(DataSource database) throws IOException, SQLException {
        this.database = JdbcClient.create(database);
        OwnTables.make(database, "sprig-gaps.sql");
    }

    /** An unmet need as it is counted. */
    record Row(String observation, LocalDate day, String need, String area) {}

    void note(Row row) {
        database.sql("""
                        insert into sprig_unmet (observation, day, need, area) values (?, ?, ?, ?)
                        on conflict (observation) do update
                        set day = excluded.day, need = excluded.need, area = excluded.area
                        """)
                .params(row.observation(), row.day(), row.need(), row.area())
                .update();
    }

    void forget(String observation) {
        database.sql("delete from sprig_unmet where observation = ?")
                .param(observation)
                .update();
    }

    /** How many there were by need, and of each need by area. */
    Map<String, Map<String, Integer>> count(LocalDate first, LocalDate last) {
        var counts = new HashMap<String, Map<String, Integer>>();
        database.sql("select need, area, count(*) from sprig_unmet where day between ? and ? group by need, area")
                .params(first, last)
                .query(row -> {
                    counts.computeIfAbsent(row.getString(1), need -> new HashMap<>())
                            .put(row.getString(2), row.getInt(3));
                });
        return counts;
    }
}
