package io.github.sprigfhir.app.platform.copies;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.svc.IDeleteExpungeSvc;
import ca.uhn.fhir.jpa.dao.SearchBuilderFactory;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.util.MemoryCacheService;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import io.github.sprigfhir.app.platform.Store;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The copies in a partition as they are stored; of each there is one version, and what is removed leaves nothing behind. */
@Component
public class CopyStore {

    private static final String REMOVAL = "removal of copies";

    private final DaoRegistry daos;
    private final IDeleteExpungeSvc<JpaPid> deletion;
    private final MemoryCacheService remembered;
    private final SearchBuilderFactory<JpaPid> builders;
    private final Store store;
    private final JdbcClient database;

    CopyStore(
            DaoRegistry daos,
            IDeleteExpungeSvc<JpaPid> deletion,
            MemoryCacheService remembered,
            SearchBuilderFactory<JpaPid> builders,
            Store store,
            DataSource database) {
        this.daos = daos;
        this.deletion = deletion;
        this.remembered = remembered;
        this.builders = builders;
        this.store = store;
        this.database = JdbcClient.create(database);
    }

    /** The copies of one person, by their addresses such as {@code Task/3f…}: the Patient and all that refers to it. */
    public Map<String, Long> of(int partition, String patient) {
        var copies = new HashMap<String, Long>();
        database.sql("""
                        with person as (
                            select res_id, res_type, fhir_id from hfj_resource
                            where res_type = 'Patient' and fhir_id = ? and partition_id = ?)
                        select res_id, res_type || '/' || fhir_id from person
                        union select r.res_id, r.res_type || '/' || r.fhir_id
                        from person p join hfj_res_link l on l.target_resource_id = p.res_id
                            join hfj_resource r on r.res_id = l.src_resource_id
                        """).params(patient, partition).query(row -> {
            copies.put(row.getString(2), row.getLong(1));
        });
        return copies;
    }

    /**
     * Stores copies by the ids that they have, those first to which others refer.
     *
     * @param moment when they were last changed, as far as anybody is told
     */
    public void write(int partition, List<Resource> copies, Instant moment) {
        var request = new Copying(partition);
        var known = new TransactionDetails();
        for (var copy : copies) {
            dao(copy).update(copy, null, true, false, request, known);
        }
        store.settle();
        forgetHistory(partition, copies, moment);
    }

    private void forgetHistory(int partition, List<Resource> copies, Instant moment) {
        var ids = copies.stream().map(copy -> copy.getIdElement().getIdPart()).toArray(String[]::new);
        database.sql("""
                        delete from hfj_res_ver v using hfj_resource r
                        where r.partition_id = ? and r.fhir_id = any(?) and v.res_id = r.res_id and v.res_ver < r.res_ver
                        """).params(partition, ids).update();
        database.sql("""
                        with told as (
                            update hfj_resource set res_published = ?, res_updated = ?
                            where partition_id = ? and fhir_id = any(?) returning res_id)
                        update hfj_res_ver v set res_published = ?, res_updated = ? from told where v.res_id = told.res_id
                        """)
                .params(at(moment), at(moment), partition, ids, at(moment), at(moment))
                .update();
    }

    /** Nothing is removed until the transaction ends: whoever removes waits, or is awaited. */
    public void keepAll() {
        database.sql("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))::text")
                .param(REMOVAL)
                .query(String.class)
                .single();
    }

    /** Reads copies by their keys, in the order of these; without those that are gone. */
    public Map<Long, Resource> read(List<Long> keys, Copying request) {
        var loaded = new ArrayList<IBaseResource>();
        builders.newSearchBuilder("Patient", Patient.class)
                .loadResourcesByPid(keys.stream().map(JpaPid::fromId).toList(), List.of(), loaded, false, request);
        var read = new LinkedHashMap<Long, Resource>();
        for (int at = 0; at < keys.size(); at++) {
            if (loaded.get(at) instanceof Resource resource) {
                read.put(keys.get(at), resource);
            }
        }
        return read;
    }

    /**
     * Lets the database count what there is now. Until it has, it takes a new partition for one with nothing in it, and may
     * plan a search that takes a minute where it could take a second.
     */
    public void counted() {
        database.sql("analyze").update();
    }

    /** Removes what is named by its keys in the database, with everything that was kept of it. */
    public void remove(Collection<Long> keys) {
        if (!keys.isEmpty()) {
            store.settle();
            database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                    .param(REMOVAL)
                    .query(String.class)
                    .single();
            deletion.deleteExpunge(keys.stream().map(JpaPid::fromId).toList(), false, 0);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    remembered.invalidateAllCaches();
                }
            });
        }
    }

    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }

    @SuppressWarnings("unchecked")
    private IFhirResourceDao<Resource> dao(Resource copy) {
        return daos.getResourceDao((Class<Resource>) copy.getClass());
    }
}
