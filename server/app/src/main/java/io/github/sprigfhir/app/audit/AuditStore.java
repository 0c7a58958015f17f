package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.domain.audit.Touched;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes events down; within a transaction they are part of it. Makes the tables where they are missing. */
class AuditStore {

    /** One statement, so one way to the database and back, also where it commits by itself. */
    private static final String INSERT = """
            insert into sprig_audit (interaction, outcome, status, times, rules, client, role, organisation, agent,
                purpose, reason, address, request, correlation, type, query, entities, patients, refs)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            """;

    private static final String WITHOUT_WAITING =
            INSERT + "where set_config('synchronous_commit', 'off', true) is not null";

    private final JdbcTemplate database;

    AuditStore(DataSource database) throws IOException, SQLException {
        this.database = new JdbcTemplate(database);
        makeTables(database);
    }

    /** A server that may only insert and select must start too, so what is there is left alone. */
    private void makeTables(DataSource source) throws IOException, SQLException {
        if (!isThere("select to_regclass('sprig_audit_seal') is not null")) {
            OwnTables.make(source, "sprig-audit.sql");
        }
    }

    /** From now on the database itself records what is changed in the register of clients and users, if it keeps one. */
    void watchRegister(DataSource source) throws IOException, SQLException {
        if (isThere("select to_regclass('sprig_user') is not null and to_regproc('sprig_audit_register') is null")) {
            OwnTables.make(source, "sprig-audit-register.sql");
        }
    }

    private boolean isThere(String question) {
        return Boolean.TRUE.equals(database.queryForObject(question, Boolean.class));
    }

    /** Within the current transaction if there is one; on the disk when that is. */
    void write(Entry entry) throws DataAccessException {
        database.update(INSERT, row -> fill(row, entry));
    }

    /** By itself, and visible at once, but on the disk only a moment later. */
    void writeWithoutWaiting(Entry entry) throws DataAccessException {
        database.update(WITHOUT_WAITING, row -> fill(row, entry));
    }

    private static void fill(PreparedStatement row, Entry entry) throws SQLException {
        var who = entry.who();
        row.setString(1, entry.interaction().name());
        row.setInt(2, entry.outcome().code());
        row.setObject(3, entry.status(), Types.INTEGER);
        row.setInt(4, entry.times());
        setTexts(row, 5, entry.rules());
        row.setString(6, who.client());
        row.setString(7, who.role());
        row.setString(8, who.organisation());
        row.setString(9, who.agent());
        row.setString(10, who.purpose());
        row.setString(11, who.reason());
        row.setString(12, who.address());
        setId(row, 13, entry.ids().map(ids -> ids.request()).orElse(null));
        setId(row, 14, entry.ids().flatMap(ids -> ids.correlation()).orElse(null));
        row.setString(15, entry.type());
        row.setString(16, entry.query());
        setTexts(row, 17, entry.entities().stream().map(Touched::written).toList());
        setTexts(row, 18, entry.patients());
        setTexts(row, 19, entry.refs());
    }

    private static void setTexts(PreparedStatement row, int column, Collection<String> texts) throws SQLException {
        row.setArray(column, row.getConnection().createArrayOf("text", texts.toArray()));
    }

    private static void setId(PreparedStatement row, int column, @Nullable UUID id) throws SQLException {
        row.setObject(column, id, Types.OTHER);
    }
}
