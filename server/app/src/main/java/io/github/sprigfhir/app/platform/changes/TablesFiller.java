package io.github.sprigfhir.app.platform.changes;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.app.platform.Store;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes tables of what is on record, each once: a few records at a time, all of it or nothing. */
@Component
class TablesFiller implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TablesFiller.class);
    private static final int AT_ONCE = 500;

    private final List<MadeOfRecords> tables;
    private final Store store;
    private final JdbcClient database;

    TablesFiller(List<MadeOfRecords> tables, Store store, DataSource database) throws IOException, SQLException {
        OwnTables.make(database, "sprig-made.sql");
        this.tables = tables;
        this.store = store;
        this.database = JdbcClient.create(database);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var table : tables) {
            var noted = store.inOneTransaction(new SystemRequestDetails(), () -> fillOnce(table));
            if (noted > 0) {
                LOG.info("Made {} of {} records", table.made(), noted);
            }
        }
    }

    /** Of several servers that start at once, one fills and the others wait. */
    private int fillOnce(MadeOfRecords table) {
        store.awaitTurn("made " + table.made());
        var isFirst = database.sql("insert into sprig_made (name) values (?) on conflict do nothing")
                        .param(table.made())
                        .update()
                > 0;
        return isFirst ? fill(table) : 0;
    }

    private int fill(MadeOfRecords table) {
        var noted = 0;
        for (var type : table.types()) {
            noted += fill(table, type);
        }
        table.finish();
        return noted;
    }

    private <T extends Resource> int fill(MadeOfRecords table, Class<T> type) {
        var noted = 0;
        for (var ids = after("", type); !ids.isEmpty(); ids = after(ids.get(ids.size() - 1), type)) {
            store.readAll(type, ids).forEach(table::make);
            store.settle();
            noted += ids.size();
        }
        return noted;
    }

    private List<String> after(String id, Class<?> type) {
        return database.sql("""
                        select fhir_id from hfj_resource
                        where res_type = ? and partition_id = 0 and res_deleted_at is null and fhir_id > ?
                        order by fhir_id limit ?
                        """)
                .params(type.getSimpleName(), id, AT_ONCE)
                .query(String.class)
                .list();
    }
}
