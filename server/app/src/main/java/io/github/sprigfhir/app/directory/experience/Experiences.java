package io.github.sprigfhir.app.directory.experience;

import io.github.sprigfhir.app.platform.OwnTables;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How services were rated and when, in a table of ours beside HAPI's that is written in the same transaction as the
 * answers. It holds nobody, and no words.
 */
@Component
class Experiences {

    private final JdbcClient database;

    Experiences(DataSource database) throws IOException, SQLException {
        this.database = JdbcClient.create(database);
        OwnTables.make(database, "sprig-experience.sql");
    }

    /** An answer as it is counted. */
    record Row(String response, String service, LocalDate day, int rating, Optional<Boolean> recommends) {}

    /** How many gave the same rating, and said the same of recommending. */
    record Counted(int rating, Optional<Boolean> recommends, int count) {}

    void note(Row row) {
        database.sql("""
                        insert into sprig_experience (response, service, day, rating, recommends) values (?, ?, ?, ?, ?)
                        on conflict (response) do update set service = excluded.service, day = excluded.day,
                            rating = excluded.rating, recommends = excluded.recommends
                        """)
                .params(
                        row.response(),
                        row.service(),
                        row.day(),
                        row.rating(),
                        row.recommends().orElse(null))
                .update();
    }

    void forget(String response) {
        database.sql("delete from sprig_experience where response = ?")
                .param(response)
                .update();
    }

    List<Counted> count(String service, LocalDate first, LocalDate last) {
        return database.sql("""
                        select rating, recommends, count(*) from sprig_experience
                        where service = ? and day between ? and ? group by rating, recommends
                        """)
                .params(service, first, last)
                .query((row, number) ->
                        new Counted(row.getInt(1), Optional.ofNullable(row.getObject(2, Boolean.class)), row.getInt(3)))
                .list();
    }
}
