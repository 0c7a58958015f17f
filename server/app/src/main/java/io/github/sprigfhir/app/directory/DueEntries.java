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

    /** Makes all that depends on the policy due at once, if it is another than the last that was told. */
    void expect(String policy) {
        database.sql("""
                        with other as (
                            insert into sprig_directory_policy as kept (id, policy) values (1, ?)
                            on conflict (id) do update set policy = excluded.policy where kept.policy <> excluded.policy
                            returning id)
                        insert into sprig_directory_due (entry, due)
                        select res_type || '/' || fhir_id, ? from other, hfj_resource
                        where res_type in ('HealthcareService', 'VerificationResult') and partition_id = 0
                            and res_deleted_at is null
                        on conflict (entry) do update set due = excluded.due
                        """).params(policy, at(clock.instant())).update();
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
