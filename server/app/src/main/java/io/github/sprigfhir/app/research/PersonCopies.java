package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.outcomes.asked.CopiedOutcomes;
import io.github.sprigfhir.app.platform.copies.CopyStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The copies of people's records, with what they are searched by in tables of ours. */
@Component
class PersonCopies {

    private final CopyStore copies;
    private final CopiedOutcomes outcomes;
    private final JdbcClient database;

    PersonCopies(CopyStore copies, CopiedOutcomes outcomes, DataSource database) {
        this.copies = copies;
        this.outcomes = outcomes;
        this.database = JdbcClient.create(database);
    }

    /** Stores the copies of one person that were made of these records. */
    void write(Release release, List<DomainResource> records, List<Resource> made) {
        copies.write(release.partition(), made, release.moment());
        var byId = made.stream()
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .collect(Collectors.toMap(copy -> copy.getIdElement().getIdPart(), Function.identity()));
        outcomes.note(records.stream()
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .flatMap(original -> Optional.ofNullable(byId.get(release.pseudonyms()
                                .of("Observation", original.getIdElement().getIdPart())))
                        .map(copy -> new CopiedOutcomes.Copied(original, copy))
                        .stream())
                .toList());
    }

    /** Removes all copies of one person, by their pseudonym, and says whether there were any. */
    boolean remove(Release release, String pseudonym) {
        var keys = copies.of(release.partition(), pseudonym).values();
        remove(keys);
        return !keys.isEmpty();
    }

    /** Removes copies by their keys in the database. */
    void remove(Collection<Long> keys) {
        outcomes.forget(
                database.sql("select fhir_id from hfj_resource where res_id = any(?) and res_type = 'Observation'")
                        .param(keys.toArray(Long[]::new))
                        .query(String.class)
                        .list());
        copies.remove(keys);
    }
}
