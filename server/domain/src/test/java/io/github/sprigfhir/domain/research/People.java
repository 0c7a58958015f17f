package io.github.sprigfhir.domain.research;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** People of the tests. */
final class People {

    static final Traits SOMEBODY = traits("35-44", "female", "A", "E01000001", 3);

    private People() {}

    static Traits traits(String ageBand, String sex, String ethnicity, String area, int decile) {
        return new Traits(
                Optional.of(ageBand), Optional.of(sex), Optional.of(ethnicity), Optional.of(area), Optional.of(decile));
    }

    static Subject subject(String pseudonym, Traits traits, String... days) {
        return new Subject(
                pseudonym,
                traits,
                Stream.of(days)
                        .map(day -> new Happening("Task", LocalDate.parse(day)))
                        .toList(),
                Set.of());
    }

    static Subject naming(Subject subject, String... places) {
        return new Subject(subject.pseudonym(), subject.traits(), subject.happenings(), Set.of(places));
    }
}
