package io.github.sprigfhir.app.research;

import io.github.sprigfhir.domain.research.Anonymity;
import io.github.sprigfhir.domain.research.Fineness;
import io.github.sprigfhir.domain.research.Happening;
import io.github.sprigfhir.domain.research.Precision;
import io.github.sprigfhir.domain.research.Subject;
import io.github.sprigfhir.domain.research.Trait;
import io.github.sprigfhir.domain.research.Traits;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What those who are to be in a release could be found by, in a table of ours; kept until the release is finished. */
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
     * @param shown how finely they are; not at all where it is none
     * @param isWritten whether their copies are made
     */
    record Row(Subject subject, Optional<Fineness> shown, boolean isWritten) {

        String pseudonym() {
            return subject.pseudonym();
        }
    }

    void note(Release release, Subject subject) {
        var traits = subject.traits();
        database.sql("""
                        insert into sprig_release_subject
                            (release, pseudonym, age_band, sex, ethnicity, area, decile, types, days, places)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        release.number(),
                        subject.pseudonym(),
                        traits.ageBand().orElse(null),
                        traits.sex().orElse(null),
                        traits.ethnicity().orElse(null),
                        traits.area().orElse(null),
                        traits.decile().orElse(null),
                        subject.happenings().stream().map(Happening::type).toArray(String[]::new),
                        subject.days().stream().map(Date::valueOf).toArray(Date[]::new),
                        subject.places().toArray(String[]::new))
                .update();
    }

    /** Notes how finely each is shown, and forgets the places that are not named. */
    void show(Release release, Anonymity chosen) {
        chosen.shown().forEach((pseudonym, fineness) -> database.sql("""
                        update sprig_release_subject set traits_shown = ?, days_shown = ?, contacts_shown = ?
                        where release = ? and pseudonym = ?
                        """)
                .params(
                        fineness.traits().stream().map(Trait::name).toArray(String[]::new),
                        fineness.days().name(),
                        fineness.contacts(),
                        release.number(),
                        pseudonym)
                .update());
        database.sql("""
                        update sprig_release_subject
                        set places = array(select place from unnest(places) place where place = any(?)) where release = ?
                        """)
                .params(chosen.places().toArray(String[]::new), release.number())
                .update();
    }

    void written(Release release, String pseudonym) {
        database.sql("update sprig_release_subject set written = true where release = ? and pseudonym = ?")
                .params(release.number(), pseudonym)
                .update();
    }

    /** Notes that somebody is not shown after all. */
    void withhold(Release release, String pseudonym) {
        database.sql("""
                        update sprig_release_subject
                        set traits_shown = null, days_shown = null, contacts_shown = null, written = false
                        where release = ? and pseudonym = ?
                        """).params(release.number(), pseudonym).update();
    }

    void forget(Release release, String pseudonym) {
        database.sql("delete from sprig_release_subject where release = ? and pseudonym = ?")
                .params(release.number(), pseudonym)
                .update();
    }

    void forgetAll(Release release) {
        database.sql("delete from sprig_release_subject where release = ?")
                .param(release.number())
                .update();
    }

    /** In the order of their pseudonyms, which is no order of theirs. */
    List<Row> all(Release release) {
        return database.sql("""
                        select * from sprig_release_subject where release = ? order by pseudonym
                        """)
                .param(release.number())
                .query((row, number) -> {
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
                                    happenings(row),
                                    Set.of(places)),
                            shown(row),
                            row.getBoolean("written"));
                })
                .list();
    }

    private static List<Happening> happenings(ResultSet row) throws SQLException {
        var types = (String[]) row.getArray("types").getArray();
        var days = (Date[]) row.getArray("days").getArray();
        return IntStream.range(0, types.length)
                .mapToObj(at -> new Happening(types[at], days[at].toLocalDate()))
                .toList();
    }

    private static Optional<Fineness> shown(ResultSet row) throws SQLException {
        var days = row.getString("days_shown");
        if (days == null) {
            return Optional.empty();
        }
        var traits = (String[]) row.getArray("traits_shown").getArray();
        return Optional.of(new Fineness(
                Arrays.stream(traits).map(Trait::valueOf).collect(Collectors.toSet()),
                Precision.valueOf(days),
                row.getBoolean("contacts_shown")));
    }
}
