package io.github.sprigfhir.app.export;

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

    private static final int LINES_AT_ONCE = 500;

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
                            (id, project, release, partition, up_to, request, types, filters, elements, since, asked)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        where (select count(*) from sprig_export
                            where project = ? and ended is null and failed is null) < ?
                        """)
                        .params(
                                export.id(),
                                export.source().project(),
                                export.source().release(),
                                export.source().partition(),
                                at(export.upTo()),
                                export.request(),
                                array(wanted.types()),
                                array(wanted.filters()),
                                array(wanted.elements()),
                                wanted.since().map(Exports::at).orElse(null),
                                at(export.asked()),
                                export.source().project(),
                                atOnce)
                        .update()
                > 0;
    }

    /** One that is read from that source, if there is. */
    Optional<Export> find(UUID id, Source source) {
        return database.sql("select * from sprig_export where id = ? and project = ? and release = ?")
                .params(id, source.project(), source.release())
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

    /** Whether somebody is still writing who began before that moment. */
    boolean isWrittenTo(Instant moment) {
        return database.sql("""
                        select exists (select 1 from pg_stat_activity
                            where datname = current_database() and backend_type = 'client backend'
                                and pid <> pg_backend_pid() and xact_start <= ?)
                        """).param(at(moment)).query(Boolean.class).single();
    }

    boolean isWanted(Export export) {
        return database.sql("select exists (select 1 from sprig_export where id = ?)")
                .param(export.id())
                .query(Boolean.class)
                .single();
    }

    /** The key of the last resource of a type that is written; 0 before the first. */
    long reached(Export export, String type) {
        return database.sql("select coalesce(max(key), 0) from sprig_export_line where export = ? and type = ?")
                .params(export.id(), type)
                .query(Long.class)
                .single();
    }

    /** Writes some more lines of a type, by the keys of their resources; nothing where the export was cancelled meanwhile. */
    void write(Export export, String type, Map<Long, String> lines) {
        database.sql("""
                        insert into sprig_export_line (export, type, key, line)
                        select id, ?, told.key, told.line from sprig_export, unnest(?, ?) told(key, line) where id = ?
                        """)
                .params(
                        type,
                        lines.keySet().toArray(Long[]::new),
                        lines.values().toArray(String[]::new),
                        export.id())
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
                        delete from sprig_export e where coalesce(e.ended, e.asked) < ?
                            or exists (select 1 from sprig_release r where r.number = e.release and r.emptied is not null)
                        """).param(at(now.minus(kept))).update();
    }

    /** How many lines there are of each type. */
    Map<String, Integer> counts(Export export) {
        var counts = new TreeMap<String, Integer>();
        database.sql("select type, count(*) from sprig_export_line where export = ? group by type")
                .param(export.id())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /** Gives each line of a type, a few at a time; whoever withdraws meanwhile is in none of those that follow. */
    void lines(Export export, String type, Consumer<String> taker) {
        var last = 0L;
        for (var lines = linesAfter(last, export, type); !lines.isEmpty(); lines = linesAfter(last, export, type)) {
            lines.forEach(line -> taker.accept(line.text()));
            last = lines.get(lines.size() - 1).key();
        }
    }

    private List<Line> linesAfter(long last, Export export, String type) {
        return database.sql("""
                        select key, line from sprig_export_line where export = ? and type = ? and key > ?
                        order by key limit ?
                        """)
                .params(export.id(), type, last, LINES_AT_ONCE)
                .query((row, number) -> new Line(row.getLong(1), row.getString(2)))
                .list();
    }

    private record Line(long key, String text) {}

    private static Export read(ResultSet row) throws SQLException {
        return new Export(
                row.getObject("id", UUID.class),
                new Source(row.getString("project"), row.getLong("release"), row.getInt("partition")),
                instant(row, "up_to").orElseThrow(),
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
