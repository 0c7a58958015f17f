package io.github.sprigfhir.app.research;

import io.github.sprigfhir.domain.research.Pseudonyms;
import io.github.sprigfhir.domain.research.Study;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One release of a project: its copies have a partition and pseudonyms of their own.
 *
 * @param day on which it was begun; of all its copies the day of their last change
 */
record Release(Project project, long number, LocalDate day, int partition) {

    Study study() {
        return project.study();
    }

    Instant moment() {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Gives each resource its id in this release. */
    Pseudonyms pseudonyms() {
        return project.pseudonyms().ofRelease(number);
    }
}
