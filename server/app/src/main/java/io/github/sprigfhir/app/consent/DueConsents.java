package io.github.sprigfhir.app.consent;

import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.domain.consent.Agreement;
import io.github.sprigfhir.domain.consent.ConsentRules;
import io.github.sprigfhir.domain.kernel.Party;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When time alone next changes what a person's consents allow, in a table of ours beside HAPI's that is written in the
 * same transaction as the consents. Makes the table where it is missing.
 */
@Component
class DueConsents {

    private final JdbcClient database;
    private final Clock clock;

    DueConsents(DataSource database, Clock clock) throws IOException, SQLException {
        this.database = JdbcClient.create(database);
        this.clock = clock;
        OwnTables.make(database, "sprig-consent.sql");
    }

    /** @param isNew whether nothing can have been noted of the person before */
    void note(Party person, List<Agreement> said, boolean isNew) {
        var next = ConsentRules.nextChange(said, person, clock.instant());
        if (next.isPresent()) {
            database.sql("""
                            insert into sprig_consent_due (person, due) values (?, ?)
                            on conflict (person) do update set due = excluded.due
                            """).params(person.name(), at(next.get())).update();
        } else if (!isNew) {
            database.sql("delete from sprig_consent_due where person = ?")
                    .param(person.name())
                    .update();
        }
    }

    /**
     * People whose time has come, the longest waiting first. They are put off meanwhile, so that no other server settles
     * them too, and who cannot be settled keeps nobody else waiting.
     */
    List<Party> claim(Duration meanwhile, int most) {
        var now = clock.instant();
        return database.sql("""
                        update sprig_consent_due set due = ? where person in (
                            select person from sprig_consent_due where due <= ? order by due limit ?
                            for update skip locked)
                        returning person
                        """).params(at(now.plus(meanwhile)), at(now), most).query(String.class).list().stream()
                .map(Party::new)
                .toList();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
