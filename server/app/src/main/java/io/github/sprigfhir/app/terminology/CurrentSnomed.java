package io.github.sprigfhir.app.terminology;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import io.github.sprigfhir.app.terminology.Editions.Edition;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** SNOMED CT as it is to be asked now; an edition that is loaded while the server runs is noticed within seconds. */
@Component
final class CurrentSnomed {

    private static final Duration LOOKED_AT = Duration.ofSeconds(2);

    private final DataSource database;
    private final KnownConcepts known;
    private final AtomicReference<@Nullable Snomed> last = new AtomicReference<>();
    private final LoadingCache<String, Concepts> current;

    CurrentSnomed(DataSource database, FhirPackage ours) throws IOException, SQLException {
        this.database = database;
        OwnTables.make(database, "sprig-terminology.sql");
        known = new KnownConcepts(ours.definitions().stream()
                .filter(ValueSet.class::isInstance)
                .map(ValueSet.class::cast)
                .toList());
        var editions = new Editions(database);
        current = Caffeine.newBuilder()
                .expireAfterWrite(LOOKED_AT)
                .build(always -> editions.current().<Concepts>map(this::asked).orElse(known));
    }

    /** The same as before as long as it is the same edition: what it remembers is worth keeping. */
    private Snomed asked(Edition edition) {
        var before = last.get();
        if (before != null && before.isOf(edition)) {
            return before;
        }
        var asked = new Snomed(database, edition);
        last.set(asked);
        return asked;
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
