package io.github.sprigfhir.app.directory;

import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.domain.directory.Held;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What handovers have been counted as, in a table of ours beside HAPI's that is written in the same transaction as the
 * Tasks and services. Makes the tables of the directory where they are missing.
 */
@Component
class HeldPlaces {

    private final JdbcClient database;

    HeldPlaces(DataSource database) throws IOException, SQLException {
        this.database = JdbcClient.create(database);
        OwnTables.make(database, "sprig-directory.sql");
    }

    /** What one Task holds, at which service and for which request. */
    record Row(String request, String service, Held held) {}

    /** What a request has been counted as by a service, whichever of its Tasks it was. */
    Optional<Held> of(String request, String service) {
        return database.sql("select place, queued from sprig_capacity_held where request = ? and service = ?")
                .params(request, service)
                .query((row, number) -> new Held(row.getBoolean(1), row.getBoolean(2)))
                .optional();
    }

    Optional<Row> of(String task) {
        return database.sql("select request, service, place, queued from sprig_capacity_held where task = ?")
                .param(task)
                .query((row, number) ->
                        new Row(row.getString(1), row.getString(2), new Held(row.getBoolean(3), row.getBoolean(4))))
                .optional();
    }

    void note(Row row, String task) {
        database.sql("insert into sprig_capacity_held (request, service, task, place, queued) values (?, ?, ?, ?, ?)")
                .params(
                        row.request(),
                        row.service(),
                        task,
                        row.held().place(),
                        row.held().queued())
                .update();
    }

    void pass(Row row, String task) {
        database.sql("update sprig_capacity_held set task = ? where request = ? and service = ?")
                .params(task, row.request(), row.service())
                .update();
    }

    void forget(Row row) {
        database.sql("delete from sprig_capacity_held where request = ? and service = ?")
                .params(row.request(), row.service())
                .update();
    }

    /** A service that states its capacity anew has counted in whom it has: nothing is given back to it any more. */
    void settle(String service) {
        database.sql(
                        "update sprig_capacity_held set place = false, queued = false where service = ? and (place or queued)")
                .param(service)
                .update();
    }
}
