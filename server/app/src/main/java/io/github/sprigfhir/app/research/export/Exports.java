package io.github.sprigfhir.app.research.export;

import io.github.sprigfhir.app.platform.OwnTables;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The exports and what they hold, in tables of ours: another server goes on where one was stopped. */
@Component
@DependsOn("projects")
class Exports {

    private final JdbcClient database;

    Exports(DataSource database) throws IOException, SQLException {
        OwnTables.make(database, "sprig-export.sql");
        this.database = JdbcClient.create(database);
    }

    /**
     * Notes it, unless as many as may be of its project are not finished; then nothing is noted. Within a transaction, so
     * that of two at once the second counts the first.
     */
    boolean begin(Export export, int atOnce) {
        var wanted = export.wanted();
        database.sql("select pg_advisory_xact_lock(hashtextextended('sprig export begins', 0))::text")
                .query(String.class)
                .single();
        return database.sql("""
                        insert into sprig_export
                            (id, project, release, partition, request, types, filters, elements, since, asked)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        where (select count(*) from sprig_export
                            where project = ? and ended is null and failed is null) < ?
                        """)
                        .params(
                                export.id(),
                                export.project(),
                                export.release(),
                                export.partition(),
                                export.request(),
                                array(wanted.types()),
                                array(wanted.filters()),
                                array(wanted.elements()),
                                wanted.since().map(Exports::at).orElse(null),
                                at(export.asked()),
                                export.project(),
                                atOnce)
                        .update()
                > 0;
    }

    Optional<Export> find(UUID id, String project) {
        return database.sql("select * from sprig_export where id = ? and project = ?")
                .params(id, project)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The one that was asked for first of those that are not finished; after all others one that broke off. */
    Optional<Export> next() {
        return database.sql(
                        "select * from sprig_export where ended is null and failed is null order by broke_off, asked, id limit 1")
                .query((row, number) -> read(row))
                .optional();
    }

    /** How many of a project are not finished. */
    int underWay(String project) {
        return database.sql("select count(*) from sprig_export where project = ? and ended is null and failed is null")
                .param(project)
                .query(Integer.class)
                .single();
    }

    boolean isWanted(Export export) {
        return database.sql("select exists (select 1 from sprig_export where id = ?)")
                .param(export.id())
                .query(Boolean.class)
                .single();
    }

    /** The key of the last resource of a type that was looked at; 0 before the first. */
    long reached(Export export, String type) {
        return database.sql("""
                        select coalesce(max(reached), 0) from sprig_export_part where export = ? and type = ?
                        """).params(export.id(), type).query(Long.class).single();
    }

    /** Writes one more part of a type; nothing where the export was cancelled meanwhile. */
    void write(Export export, String type, List<Long> keys, List<String> lines, long reached) {
        database.sql("""
                        insert into sprig_export_part (export, type, number, keys, lines, reached)
                        select id, ?, (select coalesce(max(number), 0) + 1 from sprig_export_part
                            where export = ? and type = ?), ?, ?, ? from sprig_export where id = ?
                        """)
                .params(type, export.id(), type, keys.toArray(Long[]::new), array(lines), reached, export.id())
                .update();
    }

    void written(Export export, String type) {
        database.sql("update sprig_export set written = written || ? where id = ? and not ? = any(written)")
                .params(type, export.id(), type)
                .update();
    }

    void end(Export export, Instant now) {
        database.sql("update sprig_export set ended = ? where id = ?")
                .params(at(now), export.id())
                .update();
    }

    /** Notes that it broke off; at the last time, that it cannot be finished. */
    void brokeOff(Export export, int lastTime, String why) {
        database.sql("""
                        update sprig_export set broke_off = broke_off + 1,
                            failed = case when broke_off + 1 >= ? then ? end
                        where id = ?
                        """).params(lastTime, why, export.id()).update();
    }

    void remove(Export export) {
        database.sql("delete from sprig_export where id = ?").param(export.id()).update();
    }

    /** Removes what is over: finished longer ago than exports are kept, or of a release of which no copy is left. */
    void removeOver(Instant now, Duration kept) {
        database.sql("""
                        delete from sprig_export e using sprig_release r
                        where r.number = e.release and (r.emptied is not null or coalesce(e.ended, e.asked) < ?)
                        """).param(at(now.minus(kept))).update();
    }

    /** How many lines there are of each type, without those whose resource is gone. */
    Map<String, Integer> counts(Export export) {
        var counts = new TreeMap<String, Integer>();
        database.sql("""
                        select p.type, count(*) from sprig_export_part p, unnest(p.keys) key join hfj_resource r on r.res_id = key
                        where p.export = ? group by p.type
                        """).param(export.id()).query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }

    /** Gives each line of a type, part by part, without those whose resource is gone: whoever withdrew is in no file. */
    void lines(Export export, String type, Consumer<String> taker) {
        for (int number = 1; ; number++) {
            var lines = database.sql("""
                            select line from sprig_export_part p, unnest(p.keys, p.lines) with ordinality told(key, line, place)
                                join hfj_resource r on r.res_id = told.key
                            where p.export = ? and p.type = ? and p.number = ? order by told.place
                            """)
                    .params(export.id(), type, number)
                    .query(String.class)
                    .list();
            lines.forEach(taker);
            if (lines.isEmpty() && !isPart(export, type, number)) {
                return;
            }
        }
    }

    private boolean isPart(Export export, String type, int number) {
        return database.sql(
                        "select exists (select 1 from sprig_export_part where export = ? and type = ? and number = ?)")
                .params(export.id(), type, number)
                .query(Boolean.class)
                .single();
    }

    private static Export read(ResultSet row) throws SQLException {
        return new Export(
                row.getObject("id", UUID.class),
                row.getString("project"),
                row.getLong("release"),
                row.getInt("partition"),
                row.getString("request"),
                new Export.Wanted(
                        texts(row, "types"), texts(row, "filters"), texts(row, "elements"), instant(row, "since")),
                instant(row, "asked").orElseThrow(),
                Set.copyOf(texts(row, "written")),
                instant(row, "ended"),
                Optional.ofNullable(row.getString("failed")));
    }

    private static Optional<Instant> instant(ResultSet row, String name) throws SQLException {
        return Optional.ofNullable(row.getObject(name, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static List<String> texts(ResultSet row, String name) throws SQLException {
        return List.of((String[]) row.getArray(name).getArray());
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
