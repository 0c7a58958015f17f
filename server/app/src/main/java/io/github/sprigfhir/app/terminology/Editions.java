package io.github.sprigfhir.app.terminology;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The editions that were loaded, or are being loaded, in tables of ours. */
final class Editions {

    private final JdbcClient database;

    Editions(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * One of them.
     *
     * @param version as FHIR names it
     * @param digest by which the release that it is made of is known again
     */
    record Edition(int number, String version, String digest, boolean isLoaded) {

        /** The beginning of its tables' names. */
        String tables() {
            return "sprig_sct" + number;
        }
    }

    /** The one that is asked: the last that is loaded whole. */
    Optional<Edition> current() {
        return some("loaded is not null order by number desc limit 1").stream().findFirst();
    }

    /** One that was begun and is not loaded whole. */
    Optional<Edition> unfinished() {
        return some("loaded is null order by number desc limit 1").stream().findFirst();
    }

    /** Those that nobody asks any longer, but for the one before the current: a question may be under way. */
    List<Edition> outOfUse() {
        return some("loaded is not null and number < (select max(number) from sprig_edition where loaded is not null)"
                + " order by number desc offset 1");
    }

    Edition begin(String version, String digest) {
        return database.sql("insert into sprig_edition (version, digest) values (?, ?) returning *")
                .params(version, digest)
                .query((row, number) -> read(row))
                .single();
    }

    void forget(Edition edition) {
        database.sql("delete from sprig_edition where number = ?")
                .param(edition.number())
                .update();
    }

    private List<Edition> some(String which) {
        return database.sql("select * from sprig_edition where " + which)
                .query((row, number) -> read(row))
                .list();
    }

    private static Edition read(ResultSet row) throws SQLException {
        return new Edition(
                row.getInt("number"),
                row.getString("version"),
                row.getString("digest"),
                row.getObject("loaded", OffsetDateTime.class) != null);
    }
}
