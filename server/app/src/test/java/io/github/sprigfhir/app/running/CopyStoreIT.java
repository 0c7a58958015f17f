package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.entity.PartitionEntity;
import ca.uhn.fhir.jpa.partition.IPartitionLookupSvc;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.copies.CopyStore;
import io.github.sprigfhir.app.platform.copies.Copying;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies lie in a partition of their own, judged and followed by nobody, each in one version. */
@GuardedServer
class CopyStoreIT {

    private static final int PARTITION = 4711;
    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");

    private final CopyStore copies;
    private final Store store;
    private final DaoRegistry daos;
    private final IPartitionLookupSvc partitions;
    private final JdbcClient database;
    private final String person = UUID.randomUUID().toString();
    private final String said = UUID.randomUUID().toString();

    CopyStoreIT(@Autowired ApplicationContext beans) {
        copies = beans.getBean(CopyStore.class);
        store = beans.getBean(Store.class);
        daos = beans.getBean(DaoRegistry.class);
        partitions = beans.getBean(IPartitionLookupSvc.class);
        database = JdbcClient.create(beans.getBean(DataSource.class));
    }

    @BeforeEach
    void namePartition() {
        if (partitions.listPartitions().stream().noneMatch(one -> one.getId() == PARTITION)) {
            partitions.createPartition(
                    new PartitionEntity().setId(PARTITION).setName("copies-test"), new SystemRequestDetails());
        }
    }

    @Test
    void copiesLieWhereNobodyElseLooks() {
        write(patient(AdministrativeGender.FEMALE), observation());

        assertThat(found()).extracting(one -> one.getIdElement().getIdPart()).containsExactly(said);
        assertThat(found().get(0).getMeta().getLastUpdated()).isEqualTo(MONDAY);
        assertThatThrownBy(() -> store.read(Patient.class, person)).isInstanceOf(ResourceNotFoundException.class);
        assertThat(database.sql("select count(*) from hfj_resource where partition_id = ? and res_type = 'Provenance'")
                        .param(PARTITION)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void ofEachThereIsOneVersion() {
        write(patient(AdministrativeGender.FEMALE), observation());
        write(patient(AdministrativeGender.OTHER), observation());

        assertThat(daos.getResourceDao(Patient.class)
                        .read(new IdType("Patient", person), new Copying(PARTITION))
                        .getGender())
                .isEqualTo(AdministrativeGender.OTHER);
        assertThat(rows("hfj_res_ver")).isEqualTo(2);
    }

    @Test
    void whatIsRemovedLeavesNothingAndMayComeBack() {
        write(patient(AdministrativeGender.FEMALE), observation());

        store.inOneTransaction(new Copying(PARTITION), () -> {
            copies.remove(copies.of(PARTITION, person).values());
            return person;
        });

        assertThat(found()).isEmpty();
        assertThat(rows("hfj_resource")).isZero();
        assertThat(rows("hfj_res_ver")).isZero();
        assertThatThrownBy(() ->
                        daos.getResourceDao(Patient.class).read(new IdType("Patient", person), new Copying(PARTITION)))
                .isInstanceOf(ResourceNotFoundException.class);

        write(patient(AdministrativeGender.MALE), observation());
        assertThat(found()).hasSize(1);
    }

    private void write(Resource... made) {
        store.inOneTransaction(new Copying(PARTITION), () -> {
            copies.write(PARTITION, List.of(made), MONDAY);
            return person;
        });
    }

    private List<Observation> found() {
        return daos.getResourceDao(Observation.class)
                .searchForResources(
                        new SearchParameterMap("subject", new ReferenceParam("Patient/" + person)),
                        new Copying(PARTITION));
    }

    private int rows(String table) {
        return database.sql(
                        "select count(*) from %s t join hfj_resource r on r.res_id = t.res_id where r.fhir_id in (?, ?)"
                                .formatted(table))
                .params(person, said)
                .query(Integer.class)
                .single();
    }

    private Patient patient(AdministrativeGender gender) {
        var patient = new Patient().setGender(gender);
        patient.setId(new IdType("Patient", person));
        return patient;
    }

    private Observation observation() {
        var observation = new Observation().setStatus(ObservationStatus.FINAL);
        observation.setId(new IdType("Observation", said));
        observation.setSubject(new Reference("Patient/" + person));
        return observation;
    }
}
