package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.consent.PersonsConsents;
import io.github.sprigfhir.domain.consent.Agreement;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.research.ResearchRules;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who have said anything about research, in a table of ours, and whether they take part. */
@Component
@DependsOn("projects")
class People {

    private final PersonsConsents consents;
    private final Clock clock;
    private final JdbcClient database;

    People(PersonsConsents consents, Clock clock, DataSource database) {
        this.consents = consents;
        this.clock = clock;
        this.database = JdbcClient.create(database);
    }

    /** Notes that somebody has said something about research, and when time alone changes next what that means. */
    void note(String person) {
        var next = ResearchRules.nextChange(said(person), party(person), clock.instant());
        database.sql("""
                        insert into sprig_research_person (person, next) values (?, ?)
                        on conflict (person) do update set next = excluded.next
                        """)
                .params(
                        person,
                        next.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }

    /** Those of whom time alone has changed whether they take part. */
    List<String> whoseTimeHasCome() {
        return database.sql("select person from sprig_research_person where next <= ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    List<String> all() {
        return database.sql("select person from sprig_research_person")
                .query(String.class)
                .list();
    }

    /** Whether somebody's consents let their records be copied now. No consent names a project as one that may know. */
    boolean takesPart(String person) {
        return ResearchRules.takesPart(said(person), party(person), new Party("research"), false, clock.instant())
                .takesPart();
    }

    private List<Agreement> said(String person) {
        return consents.of(party(person));
    }

    private static Party party(String person) {
        return new Party("Patient/" + person);
    }
}
