package io.github.sprigfhir.domain.research;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody who takes part, as far as they could be found by it.
 *
 * @param pseudonym tells them from every other in the project
 * @param days every day on which something on record about them was or is to be, as often as it is on record
 */
public record Subject(String pseudonym, Traits traits, List<LocalDate> days) {

    public Subject {
        days = List.copyOf(days);
    }
}
