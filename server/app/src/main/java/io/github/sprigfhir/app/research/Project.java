package io.github.sprigfhir.app.research;

import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.research.Pseudonyms;
import io.github.sprigfhir.domain.research.Study;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A research project as it is carried out here.
 *
 * @param partitions the two that its releases are in by turns
 */
record Project(Study study, List<Integer> partitions, Pseudonyms pseudonyms) {

    /** The day on which it is, as its last day is meant. */
    static LocalDate dayOf(Instant now) {
        return LocalDate.ofInstant(now, ZoneId.of("Europe/London"));
    }

    String name() {
        return study.name();
    }

    /** As whom its researchers act. */
    Party party() {
        return new Party("ResearchStudy/" + name());
    }
}
