package io.github.sprigfhir.app.outcomes.asked;

import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.domain.outcomes.Coded;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers to the items of outcomes, in a table of ours beside HAPI's. */
@Component
class AnsweredItems {

    private final JdbcClient database;

    AnsweredItems(DataSource database) throws IOException, SQLException {
        this.database = JdbcClient.create(database);
        OwnTables.make(database, "sprig-outcome-search.sql");
    }

    /** Makes these the answers of an Observation, and takes others away. */
    void set(String observation, Map<Coded, BigDecimal> answers) {
        forget(observation);
        if (!answers.isEmpty()) {
            database.sql("""
                            insert into sprig_item (id, system, code, value)
                            select ?, system, code, value
                            from unnest(cast(? as text[]), cast(? as text[]), cast(? as numeric[]))
                                as answered(system, code, value)
                            """)
                    .params(
                            observation,
                            answers.keySet().stream().map(Coded::system).toArray(String[]::new),
                            answers.keySet().stream().map(Coded::code).toArray(String[]::new),
                            answers.values().toArray(BigDecimal[]::new))
                    .update();
        }
    }

    void forget(String observation) {
        database.sql("delete from sprig_item where id = ?").param(observation).update();
    }
}
