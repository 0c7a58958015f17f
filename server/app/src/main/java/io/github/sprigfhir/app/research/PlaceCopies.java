package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.copies.CopyStore;
import io.github.sprigfhir.app.platform.copies.Copying;
import java.util.ArrayList;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The copies of services and organisations in a release: of which enough people's records speak, and no others. */
@Component
class PlaceCopies {

    private final Making making;
    private final CopyStore copies;
    private final Store store;
    private final JdbcClient database;

    PlaceCopies(Making making, CopyStore copies, Store store, DataSource database) {
        this.making = making;
        this.copies = copies;
        this.store = store;
        this.database = JdbcClient.create(database);
    }

    /** @param places by their pseudonyms */
    void write(Release release, Set<String> places) {
        write(release, HealthcareService.class, places);
        write(release, Organization.class, places);
    }

    /** Removes all others. */
    void keep(Release release, Set<String> places) {
        store.inOneTransaction(new Copying(release.partition()), () -> {
            var others = database.sql("""
                            select res_id from hfj_resource where partition_id = ?
                                and res_type in ('HealthcareService', 'Organization') and fhir_id <> all(?)
                            """)
                    .params(release.partition(), places.toArray(String[]::new))
                    .query(Long.class)
                    .list();
            copies.remove(others);
            return others;
        });
    }

    private <T extends DomainResource> void write(Release release, Class<T> type, Set<String> places) {
        var ids = database
                .sql(
                        "select fhir_id from hfj_resource where res_type = ? and partition_id = 0 and res_deleted_at is null")
                .param(type.getSimpleName())
                .query(String.class)
                .list()
                .stream()
                .filter(id -> places.contains(release.pseudonyms().of(type.getSimpleName(), id)))
                .toList();
        store.inOneTransaction(new Copying(release.partition()), () -> {
            var made = new ArrayList<Resource>();
            store.readAll(type, ids)
                    .forEach(place -> making.place(release, place).ifPresent(made::add));
            copies.write(release.partition(), made, release.moment());
            return made;
        });
    }
}
