package io.github.sprigfhir.domain.directory;

import io.github.sprigfhir.domain.kernel.Party;
import java.util.Optional;
import java.util.Set;

/**
 * Evidence that a provider, or one of its services, meets some measures.
 *
 * @param umbrella the larger organisation that answers for it, where the evidence is of that kind
 */
public record Evidence(Set<AssuranceMeasure> measures, EvidenceKind kind, Validity validity, Optional<Party> umbrella) {

    public Evidence {
        measures = Set.copyOf(measures);
    }

    boolean isFor(AssuranceMeasure measure) {
        return measures.contains(measure);
    }
}
