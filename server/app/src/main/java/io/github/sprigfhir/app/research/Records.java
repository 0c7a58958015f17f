package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.research.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds all that is on record about a person, as far as it may be copied. */
@Component
class Records {

    private final Store store;
    private final JdbcClient database;

    Records(Store store, DataSource database) {
        this.store = store;
        this.database = JdbcClient.create(database);
    }

    /** Those of the types that are copied, the Patient among them; nothing that was entered in error. */
    List<DomainResource> of(String person) {
        var records = new ArrayList<DomainResource>(List.of(store.read(Patient.class, person)));
        ids(person).forEach((type, ids) -> store.readAll(classOf(type), ids).stream()
                .filter(DomainResource.class::isInstance)
                .map(DomainResource.class::cast)
                .filter(record -> !isInError(record))
                .forEach(records::add));
        return records;
    }

    private Map<String, List<String>> ids(String person) {
        var ids = new TreeMap<String, List<String>>();
        database.sql("""
                        select distinct r.res_type, r.fhir_id
                        from hfj_resource p join hfj_res_link l on l.target_resource_id = p.res_id
                            join hfj_resource r on r.res_id = l.src_resource_id
                        where p.res_type = 'Patient' and p.fhir_id = ? and p.partition_id = 0
                            and r.res_deleted_at is null and r.res_type = any(?)
                        """)
                .params(person, Elements.types().toArray(String[]::new))
                .query(row -> {
                    ids.computeIfAbsent(row.getString(1), type -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return ids;
    }

    private static boolean isInError(DomainResource record) {
        var status = record.getNamedProperty("status");
        return status != null
                && status.getValues().stream().anyMatch(value -> "entered-in-error".equals(value.primitiveValue()));
    }

    private static Class<? extends Resource> classOf(String type) {
        return ResourceFactory.createResource(type).getClass();
    }
}
