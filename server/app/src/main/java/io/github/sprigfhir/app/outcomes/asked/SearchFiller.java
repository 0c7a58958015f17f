package io.github.sprigfhir.app.outcomes.asked;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.outcomes.FhirOutcome;
import io.github.sprigfhir.app.platform.Store;
import java.util.List;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Observation;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes what outcomes are searched by at the start where there is none, as after an upgrade: a few at a time, all of it or
 * nothing. It comes after whoever counts the scores, and before the server says that it is ready.
 */
@Component
class SearchFiller implements ApplicationListener<ApplicationReadyEvent> {

    private static final int AT_ONCE = 500;

    private final AnsweredItems items;
    private final SearchKeeper keeper;
    private final Store store;
    private final JdbcClient database;

    SearchFiller(AnsweredItems items, SearchKeeper keeper, Store store, DataSource database) {
        this.items = items;
        this.keeper = keeper;
        this.store = store;
        this.database = JdbcClient.create(database);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (items.areNone()) {
            fill();
        }
    }

    void fill() {
        store.inOneTransaction(new SystemRequestDetails(), () -> {
            var last = "";
            for (var ids = after(last); !ids.isEmpty(); ids = after(last)) {
                store.readAll(Observation.class, ids).stream()
                        .filter(FhirOutcome::stands)
                        .forEach(keeper::note);
                store.settle();
                last = ids.get(ids.size() - 1);
            }
            keeper.compareAll(AT_ONCE);
            return last;
        });
    }

    private List<String> after(String id) {
        return database.sql("""
                        select fhir_id from hfj_resource
                        where res_type = 'Observation' and res_deleted_at is null and fhir_id > ?
                        order by fhir_id limit ?
                        """).params(id, AT_ONCE).query(String.class).list();
    }
}
