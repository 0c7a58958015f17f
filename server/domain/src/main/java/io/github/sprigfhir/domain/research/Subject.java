package io.github.sprigfhir.domain.research;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Somebody who takes part, as far as they could be found by it.
 *
 * @param pseudonym tells them from every other in the project
 * @param happenings everything on record about them that has a day, as often as it is on record
 * @param places the services and organisations that their records name, by pseudonyms
 */
public record Subject(String pseudonym, Traits traits, List<Happening> happenings, Set<String> places) {

    public Subject {
        happenings = List.copyOf(happenings);
        places = Set.copyOf(places);
    }

    /** The days of all of it, in no order. */
    public List<LocalDate> days() {
        return happenings.stream().map(Happening::day).toList();
    }

    /** Whether they would be shown as they were when that was decided, and name each place that they named. */
    public boolean isStill(Subject decided) {
        return new Subject(pseudonym, traits, happenings, decided.places).equals(decided)
                && places.containsAll(decided.places);
    }
}
