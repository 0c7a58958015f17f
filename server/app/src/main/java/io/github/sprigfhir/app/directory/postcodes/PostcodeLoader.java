package io.github.sprigfhir.app.directory.postcodes;

import io.github.sprigfhir.app.directory.postcodes.PostcodeFile.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Loads the postcodes when their file is another than the one that was loaded last: all of it or nothing, beside the
 * old ones, which serve until then.
 */
@Component
public class PostcodeLoader {

    private static final Logger LOG = LoggerFactory.getLogger(PostcodeLoader.class);
    private static final String MADE_UP = "sprig-postcodes.csv";
    private static final int BUFFER = 1 << 16;
    private static final String ABSENT = "\\N";
    /** Another, when more is read of a file than before: it is then loaded again. */
    private static final String READING = "2 ";

    private final PostcodeSettings settings;
    private final DataSource database;
    private final Clock clock;

    PostcodeLoader(PostcodeSettings settings, DataSource database, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /** Whether there are other postcodes than before; where the file cannot be read, the old ones stay. */
    public boolean load() {
        try {
            var digest = digest();
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    return loadUnlessKnown(connection, digest);
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        } catch (IOException | SQLException | UncheckedIOException refused) {
            LOG.error(
                    "The postcodes of {} were not loaded, those from before stay: {}",
                    settings.file().isEmpty() ? MADE_UP : settings.file(),
                    refused instanceof SQLException sql
                            ? "the database says " + sql.getSQLState()
                            : refused.getMessage());
            return false;
        }
    }

    /** Size and time tell a file from the one that was there before; reading it through would take as long as loading. */
    private String digest() throws IOException {
        if (settings.file().isEmpty()) {
            return READING + new ClassPathResource(MADE_UP).contentLength();
        }
        var file = Path.of(settings.file());
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no such file");
        }
        return READING + Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    private InputStream open() throws IOException {
        return settings.file().isEmpty()
                ? new ClassPathResource(MADE_UP).getInputStream()
                : Files.newInputStream(Path.of(settings.file()));
    }

    private boolean loadUnlessKnown(Connection connection, String digest) throws SQLException, IOException {
        var name = settings.file().isEmpty() ? MADE_UP : settings.file();
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
            statement.execute("select pg_advisory_xact_lock(5137006)");
        }
        if (isLoaded(connection, name, digest)) {
            return false;
        }
        var began = clock.instant();
        try (var statement = connection.createStatement()) {
            statement.execute("create table sprig_postcode_new (like sprig_postcode)");
        }
        var count = copy(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("alter table sprig_postcode_new add primary key (postcode)");
            statement.execute("drop table sprig_postcode");
            statement.execute("alter table sprig_postcode_new rename to sprig_postcode");
            statement.execute("alter index sprig_postcode_new_pkey rename to sprig_postcode_pkey");
            statement.execute("delete from sprig_postcode_file");
        }
        try (var note = connection.prepareStatement("insert into sprig_postcode_file (name, digest) values (?, ?)")) {
            note.setString(1, name);
            note.setString(2, digest);
            note.executeUpdate();
        }
        connection.commit();
        LOG.info(
                "Loaded {} postcodes of {} in {} s; {} lines made no sense",
                count.lines(),
                name,
                Duration.between(began, clock.instant()).toSeconds(),
                count.unreadable());
        return true;
    }

    private static boolean isLoaded(Connection connection, String name, String digest) throws SQLException {
        try (var query =
                connection.prepareStatement("select 1 from sprig_postcode_file where name = ? and digest = ?")) {
            query.setString(1, name);
            query.setString(2, digest);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private PostcodeFile.Count copy(Connection connection) throws SQLException, IOException {
        var decoder = strict();
        try (var file = new BufferedReader(new InputStreamReader(open(), decoder), BUFFER);
                var rows = new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class), "copy sprig_postcode_new from stdin", BUFFER)) {
            return PostcodeFile.read(file, line -> write(line, rows));
        }
    }

    private static CharsetDecoder strict() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** In PostgreSQL's text format; nothing in a line could be mistaken for its marks. */
    private static void write(Line line, PGCopyOutputStream rows) {
        var text = "%s\t%s\t%s\t{%s}\t%s\t%s\n"
                .formatted(
                        line.postcode().value(),
                        line.position().latitude(),
                        line.position().longitude(),
                        line.areas().stream().collect(Collectors.joining(",")),
                        line.ended().orElse(ABSENT),
                        line.rank().map(String::valueOf).orElse(ABSENT));
        try {
            rows.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
