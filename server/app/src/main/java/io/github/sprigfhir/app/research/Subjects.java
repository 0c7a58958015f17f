package io.github.sprigfhir.app.research;

import io.github.sprigfhir.domain.research.Subject;
import io.github.sprigfhir.domain.research.Traits;
import java.sql.Date;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What those who take part in a project could be found by, and how their copies were made, in a table of ours. */
@Component
@DependsOn("projects")
class Subjects {

    private final JdbcClient database;

    Subjects(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * One of them.
     *
     * @param places the services and organisations that their records name, by pseudonyms
     * @param made how their copies were made last; none where they have none
     */
    record Row(Subject subject, Set<String> places, Optional<String> made) {

        Row {
            places = Set.copyOf(places);
        }
    }

    void note(Project project, Subject subject, Collection<String> places) {
        var traits = subject.traits();
        database.sql("""
                        insert into sprig_research_subject
                            (project, pseudonym, age_band, sex, ethnicity, area, decile, days, places)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (project, pseudonym) do update set age_band = excluded.age_band, sex = excluded.sex,
                            ethnicity = excluded.ethnicity, area = excluded.area, decile = excluded.decile,
                            days = excluded.days, places = excluded.places
                        """)
                .params(
                        project.name(),
                        subject.pseudonym(),
                        traits.ageBand().orElse(null),
                        traits.sex().orElse(null),
                        traits.ethnicity().orElse(null),
                        traits.area().orElse(null),
                        traits.decile().orElse(null),
                        subject.days().stream().map(Date::valueOf).toArray(Date[]::new),
                        places.toArray(String[]::new))
                .update();
    }

    /** Notes how somebody's copies are made now; none where they have none. */
    void made(Project project, String pseudonym, Optional<String> how) {
        database.sql("update sprig_research_subject set made = ? where project = ? and pseudonym = ?")
                .params(how.orElse(null), project.name(), pseudonym)
                .update();
    }

    void forget(Project project, String pseudonym) {
        database.sql("delete from sprig_research_subject where project = ? and pseudonym = ?")
                .params(project.name(), pseudonym)
                .update();
    }

    List<Row> all(Project project) {
        return database.sql("""
                        select pseudonym, age_band, sex, ethnicity, area, decile, days, places, made
                        from sprig_research_subject where project = ? order by pseudonym
                        """)
                .param(project.name())
                .query((row, number) -> {
                    var days = (Date[]) row.getArray("days").getArray();
                    var places = (String[]) row.getArray("places").getArray();
                    return new Row(
                            new Subject(
                                    row.getString("pseudonym"),
                                    new Traits(
                                            Optional.ofNullable(row.getString("age_band")),
                                            Optional.ofNullable(row.getString("sex")),
                                            Optional.ofNullable(row.getString("ethnicity")),
                                            Optional.ofNullable(row.getString("area")),
                                            Optional.ofNullable(row.getObject("decile", Integer.class))),
                                    Arrays.stream(days).map(Date::toLocalDate).toList()),
                            Set.of(places),
                            Optional.ofNullable(row.getString("made")));
                })
                .list();
    }
}
