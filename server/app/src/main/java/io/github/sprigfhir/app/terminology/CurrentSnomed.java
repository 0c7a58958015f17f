package io.github.sprigfhir.app.terminology;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/** SNOMED CT as it is to be asked now; an edition that is loaded while the server runs is noticed within seconds. */
@Component
final class CurrentSnomed {

    private static final Duration LOOKED_AT = Duration.ofSeconds(2);

    private final KnownConcepts known;
    private final LoadingCache<String, Concepts> current;

    CurrentSnomed(DataSource database, FhirPackage ours) throws IOException, SQLException {
        OwnTables.make(database, "sprig-terminology.sql");
        known = new KnownConcepts(ours.definitions().stream()
                .filter(ValueSet.class::isInstance)
                .map(ValueSet.class::cast)
                .toList());
        var editions = new Editions(database);
        current = Caffeine.newBuilder().expireAfterWrite(LOOKED_AT).build(always -> editions.current()
                .<Concepts>map(edition -> new Snomed(database, edition))
                .orElse(known));
    }

    /** The edition; where none is loaded, the codes that are known without. */
    Concepts now() {
        return current.get("");
    }

    /** The codes that are known without an edition: the server's own are among them. */
    KnownConcepts known() {
        return known;
    }
}
