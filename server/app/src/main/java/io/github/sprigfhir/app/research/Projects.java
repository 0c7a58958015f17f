package io.github.sprigfhir.app.research;

import ca.uhn.fhir.jpa.entity.PartitionEntity;
import ca.uhn.fhir.jpa.partition.IPartitionLookupSvc;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.CannotStart;
import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.app.research.ResearchSettings.OneProject;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.research.Protection;
import io.github.sprigfhir.domain.research.Study;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The research projects that the operator has settled, each with its partition and its key; a faulty one stops the start. */
@Component
class Projects {

    private static final int OTHER = 1_000_000;

    private final JdbcClient database;
    private final IPartitionLookupSvc partitions;
    private final ProjectKeys keys;
    private final List<Project> all;

    Projects(ResearchSettings settings, ProjectKeys keys, IPartitionLookupSvc partitions, DataSource database)
            throws IOException, SQLException {
        OwnTables.make(database, "sprig-research.sql");
        this.database = JdbcClient.create(database);
        this.partitions = partitions;
        this.keys = keys;
        var names = new HashSet<String>();
        for (var one : settings.projects()) {
            if (!names.add(one.name())) {
                throw new CannotStart("sprig.research.projects names %s twice".formatted(one.name()));
            }
        }
        this.all = settings.projects().stream().map(this::begin).toList();
    }

    List<Project> all() {
        return all;
    }

    /** The one for which somebody acts. */
    Optional<Project> of(Party party) {
        return all.stream().filter(project -> project.party().equals(party)).findFirst();
    }

    private Project begin(OneProject asked) {
        var study = study(asked);
        var known = database.sql("select partition from sprig_project where name = ?")
                .param(study.name())
                .query(Integer.class)
                .optional();
        var pseudonyms = keys.of(study.name(), known.isPresent());
        var check = pseudonyms.of("Project", study.name());
        int partition = known.orElseGet(
                () -> database.sql("insert into sprig_project (name, key_check) values (?, ?) returning partition")
                        .params(study.name(), check)
                        .query(Integer.class)
                        .single());
        refuseOtherKey(study.name(), check);
        var both = List.of(partition, partition + OTHER);
        both.forEach(one -> name(one, "research-%s-%d".formatted(study.name(), one)));
        return new Project(study, both, pseudonyms);
    }

    private static Study study(OneProject asked) {
        var reading = Study.read(
                asked.name(),
                asked.purpose(),
                asked.until(),
                Set.copyOf(asked.instruments()),
                new Protection(asked.k(), asked.days(), asked.area()),
                asked.every());
        if (reading instanceof Study.Reading.Faulty faulty) {
            throw new CannotStart("the research project %s of sprig.research.projects is faulty: %s"
                    .formatted(asked.name(), String.join(" ", faulty.faults())));
        }
        return ((Study.Reading.Sound) reading).study();
    }

    private void name(int partition, String name) {
        if (partitions.listPartitions().stream().noneMatch(one -> one.getId() == partition)) {
            partitions.createPartition(
                    new PartitionEntity().setId(partition).setName(name), new SystemRequestDetails());
        }
    }

    /** Copies that were made with one key cannot be found with another. */
    private void refuseOtherKey(String name, String check) {
        var kept = database.sql("select key_check from sprig_project where name = ?")
                .param(name)
                .query(String.class)
                .single();
        if (!kept.equals(check)) {
            throw new CannotStart(
                    "the key of the research project %s is not the one that its copies were made with".formatted(name));
        }
    }
}
