package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.app.terminology.Editions.Edition;
import io.github.sprigfhir.app.terminology.Release.Part;
import io.github.sprigfhir.domain.terminology.ReleaseFile.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * Loads a release of SNOMED CT beside the edition that is asked meanwhile, and then puts it in its place. A file is read
 * as one transaction, line by line; after a stop loading goes on with the first file that was not read to its end.
 */
final class ReleaseLoader {

    private static final int BUFFER = 1 << 16;
    private static final int TOLD_AFTER = 500_000;

    private final DataSource database;
    private final Editions editions;
    private final Order order;
    private final Consumer<String> out;

    /**
     * What is to be loaded.
     *
     * @param module the edition's URI, such as {@code http://snomed.info/sct/83821000000107}
     * @param preferences sets of preferences for names, the first first
     */
    record Order(String module, List<String> preferences) {}

    /** Makes one that says by and by what it does. */
    ReleaseLoader(DataSource database, Order order, Consumer<String> out) throws IOException, SQLException {
        OwnTables.make(database, "sprig-terminology.sql");
        this.database = database;
        this.editions = new Editions(database);
        this.order = order;
        this.out = out;
    }

    /** Loads it, unless that is done; only one is loaded at a time. */
    void load(Release release) throws IOException, SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(5137017)");
            try {
                loadAlone(connection, statement, release);
                editions.current()
                        .map(new CodesOnRecord(database)::told)
                        .orElse(List.of())
                        .forEach(out);
            } finally {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                statement.execute("select pg_advisory_unlock(5137017)");
            }
        }
    }

    private void loadAlone(Connection connection, Statement statement, Release release)
            throws IOException, SQLException {
        var digest = release.digest();
        var current = editions.current();
        if (current.filter(edition -> edition.digest().equals(digest)).isPresent()) {
            out.accept("It is loaded already, as " + current.get().version() + ".");
            return;
        }
        var unfinished = editions.unfinished();
        if (unfinished.filter(edition -> !edition.digest().equals(digest)).isPresent()) {
            out.accept("Another release was begun and not finished; it is given up.");
            drop(statement, unfinished.get());
        }
        var edition = editions.unfinished()
                .orElseGet(() -> editions.begin(order.module() + "/version/" + release.day(), digest));
        connection.setAutoCommit(false);
        run(connection, statement, edition, "sprig-snomed-read.sql");
        for (var part : release.parts()) {
            if (isRead(connection, edition, part)) {
                out.accept(part.name() + ": read before");
            } else {
                read(connection, edition, part);
            }
        }
        out.accept("Making what is asked of it");
        finish(connection, statement, edition);
        connection.setAutoCommit(true);
        for (var old : editions.outOfUse()) {
            drop(statement, old);
        }
    }

    private void finish(Connection connection, Statement statement, Edition edition) throws IOException, SQLException {
        var tables = edition.tables();
        statement.execute("set local statement_timeout = 0");
        statement.execute("set local maintenance_work_mem = '256MB'");
        statement.execute("set local work_mem = '64MB'");
        statement.execute(script("sprig-snomed-made.sql", edition));
        statement.execute("""
                update sprig_edition set loaded = now(), (concepts, inactive) = (
                        select count(*), count(*) filter (where not active) from %s_concept),
                    reference_sets = (select count(distinct set) from %s_member)
                where number = %d
                """.formatted(tables, tables, edition.number()));
        connection.commit();
        for (var table : List.of("term", "concept", "kind", "member", "replacement")) {
            statement.execute("analyze %s_%s".formatted(tables, table));
        }
        connection.commit();
    }

    private static boolean isRead(Connection connection, Edition edition, Part part) throws SQLException {
        try (var query =
                connection.prepareStatement("select 1 from sprig_edition_file where edition = ? and name = ?")) {
            query.setInt(1, edition.number());
            query.setString(2, part.path().toString());
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void read(Connection connection, Edition edition, Part part) throws IOException, SQLException {
        var table = edition.tables() + "_read_" + part.kind().name().toLowerCase(Locale.ROOT);
        var lines = 0L;
        var kept = 0L;
        try (var file = part.open();
                var rows = new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class), "copy %s from stdin".formatted(table), BUFFER)) {
            file.readLine();
            for (var line = file.readLine(); line != null; line = file.readLine()) {
                lines++;
                var found = part.kind().read(line);
                if (found instanceof Line.Faulty faulty) {
                    throw new IOException("line %d of %s %s".formatted(lines + 1, part.name(), faulty.why()));
                }
                if (found instanceof Line.Kept row) {
                    rows.write(text(row.cells()).getBytes(StandardCharsets.UTF_8));
                    kept++;
                }
                if (lines % TOLD_AFTER == 0) {
                    out.accept("%s: %,d lines".formatted(part.name(), lines));
                }
            }
        }
        try (var note = connection.prepareStatement(
                "insert into sprig_edition_file (edition, name, lines, kept) values (?, ?, ?, ?)")) {
            note.setInt(1, edition.number());
            note.setString(2, part.path().toString());
            note.setLong(3, lines);
            note.setLong(4, kept);
            note.executeUpdate();
        }
        connection.commit();
        out.accept("%s: %,d lines, %,d kept".formatted(part.name(), lines, kept));
    }

    /** In PostgreSQL's text format; a cell holds no tab and no end of a line. */
    private static String text(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("\\", "\\\\")).collect(Collectors.joining("\t", "", "\n"));
    }

    private void run(Connection connection, Statement statement, Edition edition, String name)
            throws IOException, SQLException {
        statement.execute(script(name, edition));
        connection.commit();
    }

    private String script(String name, Edition edition) throws IOException {
        var preferences = IntStream.range(0, order.preferences().size())
                .mapToObj(
                        rank -> "(%s::bigint, %d)".formatted(order.preferences().get(rank), rank))
                .collect(Collectors.joining(", "));
        return new ClassPathResource(name)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("{preferences}", preferences)
                .replace("{}", edition.tables());
    }

    private void drop(Statement statement, Edition edition) throws SQLException {
        for (var table : List.of("term", "concept", "kind", "member", "replacement")) {
            statement.execute("drop table if exists %s_%s".formatted(edition.tables(), table));
        }
        for (var table : List.of("concept", "description", "relationship", "member", "language", "association")) {
            statement.execute("drop table if exists %s_read_%s".formatted(edition.tables(), table));
        }
        editions.forget(edition);
    }
}
