package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.domain.audit.Digest;
import io.github.sprigfhir.domain.audit.Seal;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/** Reads and writes seals, and the digests of what they seal. */
class Seals {

    private static final RowMapper<Seal> SEAL = (row, number) -> seal(row);

    private final JdbcTemplate database;

    Seals(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    Optional<Seal> last() {
        return database.query("select * from sprig_audit_seal order by number desc limit 1", SEAL).stream()
                .findFirst();
    }

    /** The seals after one, in their order. */
    List<Seal> after(long number, int most) {
        return database.query(
                "select * from sprig_audit_seal where number > ? order by number limit ?", SEAL, number, most);
    }

    /** Those of a number of events that are there. */
    List<Seal.Sealed> events(List<Long> ids) {
        return database.query(
                "select %s from sprig_audit where id = any(?)".formatted(StoredEvent.DIGESTED),
                (row, number) -> new Seal.Sealed(row.getLong(1), StoredEvent.digest(row)),
                (Object) ids.toArray(Long[]::new));
    }

    /** The events above a number that no seal has yet, the oldest first. */
    List<Seal.Sealed> unsealed(long settled, int most) {
        var sealed = new ArrayList<Long>();
        RowCallbackHandler collect = row -> sealed.add(row.getLong(1));
        database.query("""
                select id from (select unnest(ids) as id from sprig_audit_seal
                    where ids[cardinality(ids)] > ?) s
                where id > ?
                """, collect, settled, settled);
        // Not the text that is selected under the name of id, which sorts 10 before 9.
        return database.query(
                "select %s from sprig_audit where id > ? and not id = any(?) order by sprig_audit.id limit ?"
                        .formatted(StoredEvent.DIGESTED),
                (row, number) -> new Seal.Sealed(row.getLong(1), StoredEvent.digest(row)),
                settled,
                sealed.toArray(Long[]::new),
                most);
    }

    /** The oldest event up to a number that no seal has: somebody put it there afterwards. */
    Optional<Long> neverSealed(long settled) {
        return database.query("""
                select a.id from sprig_audit a left join (select unnest(ids) as id from sprig_audit_seal) s on s.id = a.id
                where s.id is null and a.id <= ? order by a.id limit 1
                """, (row, number) -> row.getLong(1), settled).stream()
                .findFirst();
    }

    /** How many events no seal has yet. */
    long waiting(long settled) {
        var count = database.queryForObject("""
                select (select count(*) from sprig_audit where id > ?)
                    - (select count(*) from (select unnest(ids) as id from sprig_audit_seal
                        where ids[cardinality(ids)] > ?) s
                       where id > ?)
                """, Long.class, settled, settled, settled);
        return count == null ? 0 : count;
    }

    void write(Seal seal) {
        var digests = new ByteArrayOutputStream();
        seal.events().forEach(event -> digests.writeBytes(event.digest().bytes()));
        database.update(
                "insert into sprig_audit_seal (number, previous, settled, sealed, ids, digests, hash) values (?, ?, ?, ?, ?, ?, ?)",
                seal.number(),
                seal.previous().bytes(),
                seal.settled(),
                OffsetDateTime.ofInstant(seal.sealed(), ZoneOffset.UTC),
                seal.events().stream().map(Seal.Sealed::id).toArray(Long[]::new),
                digests.toByteArray(),
                seal.hash().bytes());
    }

    private static Seal seal(ResultSet row) throws SQLException {
        var ids = (Long[]) row.getArray("ids").getArray();
        var digests = row.getBytes("digests");
        var events = new ArrayList<Seal.Sealed>();
        for (int i = 0; i < ids.length; i++) {
            var from = i * Digest.BYTES;
            // Short where somebody has cut it; then the seal is not whole, which is what is to be found.
            events.add(new Seal.Sealed(
                    ids[i],
                    Digest.ofBytes(Arrays.copyOfRange(digests, Math.min(from, digests.length), from + Digest.BYTES))));
        }
        return new Seal(
                row.getLong("number"),
                Digest.ofBytes(row.getBytes("previous")),
                row.getLong("settled"),
                row.getObject("sealed", OffsetDateTime.class).toInstant(),
                events,
                Digest.ofBytes(row.getBytes("hash")));
    }
}
