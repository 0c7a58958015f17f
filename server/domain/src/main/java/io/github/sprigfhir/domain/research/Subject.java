package io.github.sprigfhir.domain.research;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody who takes part, as far as they could be found by it.
 *
 * @param pseudonym tells them from every other in the project
 * @param happenings everything on record about them that has a day, as often as it is on record
 */
public record Subject(String pseudonym, Traits traits, List<Happening> happenings) {

    public Subject {
        happenings = List.copyOf(happenings);
    }

    /** The days of all of it, in no order. */
    public List<LocalDate> days() {
        return happenings.stream().map(Happening::day).toList();
    }
}
