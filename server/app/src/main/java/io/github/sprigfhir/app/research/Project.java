package io.github.sprigfhir.app.research;

import io.github.sprigfhir.domain.research.Pseudonyms;
import io.github.sprigfhir.domain.research.Study;

/**
 * A research project as it is carried out here.
 *
 * @param partition where its copies are
 */
record Project(Study study, int partition, Pseudonyms pseudonyms) {

    String name() {
        return study.name();
    }

    /** The pseudonym of a Patient. */
    String of(String person) {
        return pseudonyms.of("Patient", person);
    }
}
