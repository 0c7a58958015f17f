package io.github.sprigfhir.app.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When time alone next changes an entry of the directory, in a table of ours that is written in the same transaction as
 * the entry.
 */
@Component
class DueEntries {

    private final JdbcClient database;
    private final Clock clock;

    /** @param made so that the table is there */
    DueEntries(DataSource database, Clock clock, HeldPlaces made) {
        this.database = JdbcClient.create(database);
        this.clock = clock;
    }

    /** @param isNew whether nothing can have been noted of the entry before */
    void note(String entry, Optional<Instant> next, boolean isNew) {
        if (next.isPresent()) {
            database.sql("""
                            insert into sprig_directory_due (entry, due) values (?, ?)
                            on conflict (entry) do update set due = excluded.due
                            """).params(entry, at(next.get())).update();
        } else if (!isNew) {
            database.sql("delete from sprig_directory_due where entry = ?")
                    .param(entry)
                    .update();
        }
    }

    /**
     * Entries whose time has come, the longest waiting first. They are put off meanwhile, so that no other server settles
     * them too, and what cannot be settled keeps nothing else waiting.
     */
    List<String> claim(Duration meanwhile, int most) {
        var now = clock.instant();
        return database.sql("""
                        update sprig_directory_due set due = ? where entry in (
                            select entry from sprig_directory_due where due <= ? order by due limit ?
                            for update skip locked)
                        returning entry
                        """)
                .params(at(now.plus(meanwhile)), at(now), most)
                .query(String.class)
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
