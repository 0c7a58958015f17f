package io.github.sprigfhir.app.outcomes.asked;

import io.github.sprigfhir.app.outcomes.InstrumentRegistry;
import io.github.sprigfhir.domain.outcomes.Coded;
import io.github.sprigfhir.domain.outcomes.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of people since the first score of each kind and episode, in tables of ours beside HAPI's. */
@Component
@DependsOn({"answeredItems", "facts"})
class ChangeTable {

    private final JdbcClient database;
    private final InstrumentRegistry registry;

    ChangeTable(DataSource database, InstrumentRegistry registry) {
        this.database = JdbcClient.create(database);
        this.registry = registry;
    }

    /**
     * The scores that are compared with one another.
     *
     * @param episode the id of the referral that began it
     * @param measure the first code of what was measured
     */
    record Group(String episode, Coded measure) {}

    private record Later(String id, String first, Change change) {}

    private record Change(Coded measure, BigDecimal first, BigDecimal last) {}

    /** Writes the changes of these groups anew; of these Observations, whatever they belong to now. */
    void write(Collection<Group> groups, Collection<String> observations) {
        var all = new ArrayList<>(observations);
        var later = new ArrayList<Later>();
        database.sql("""
                        select s.id, s.value, s.measure,
                            first_value(s.id) over within as first, first_value(s.value) over within as started
                        from sprig_score s
                            join unnest(cast(? as text[]), cast(? as text[])) as due(episode, measure)
                                on s.measure = due.measure and s.episode = due.episode
                        window within as (partition by s.measure, s.episode order by s.taken, s.id)
                        """)
                .params(
                        groups.stream().map(Group::episode).toArray(String[]::new),
                        groups.stream().map(group -> group.measure().toString()).toArray(String[]::new))
                .query(row -> {
                    var id = row.getString("id");
                    all.add(id);
                    if (!id.equals(row.getString("first"))) {
                        later.add(new Later(
                                id,
                                row.getString("first"),
                                new Change(
                                        coded(row.getString("measure")),
                                        BigDecimal.valueOf(row.getDouble("started")),
                                        BigDecimal.valueOf(row.getDouble("value")))));
                    }
                });
        forget(all);
        later.forEach(one -> measure(one.change().measure()).ifPresent(measure -> insert(one, measure)));
        writePairs(groups);
    }

    private void writePairs(Collection<Group> groups) {
        var episodes = groups.stream().map(Group::episode).toArray(String[]::new);
        var measures = groups.stream().map(group -> group.measure().toString()).toArray(String[]::new);
        database.sql("""
                        delete from sprig_pair p using unnest(cast(? as text[]), cast(? as text[])) as due(episode, measure)
                        where p.episode = due.episode and p.measure = due.measure
                        """).params(episodes, measures).update();
        database.sql("""
                        insert into sprig_pair (episode, measure, first, last, scores)
                        select episode, measure, (array_agg(value order by taken, id))[1],
                            (array_agg(value order by taken desc, id desc))[1], count(*)
                        from sprig_score join unnest(cast(? as text[]), cast(? as text[])) as due(episode, measure)
                            using (episode, measure)
                        group by episode, measure
                        """).params(episodes, measures).update();
    }

    private void insert(Later later, Measure measure) {
        database.sql("insert into sprig_change (id, kind, first) values (?, ?, ?)")
                .params(
                        later.id(),
                        measure.change(later.change().first(), later.change().last())
                                .kind()
                                .code(),
                        later.first())
                .update();
    }

    private void forget(List<String> observations) {
        database.sql("delete from sprig_change where id = any(?)")
                .param(observations.toArray(String[]::new))
                .update();
    }

    private Optional<Measure> measure(Coded code) {
        return registry.instruments().measureOf(List.of(code));
    }

    private static Coded coded(String written) {
        var bar = written.lastIndexOf('|');
        return new Coded(written.substring(0, bar), written.substring(bar + 1));
    }

    /** All groups of which there is a score. */
    List<Group> groups() {
        return database.sql("select distinct episode, measure from sprig_score")
                .query((row, number) -> new Group(row.getString(1), coded(row.getString(2))))
                .list();
    }
}
