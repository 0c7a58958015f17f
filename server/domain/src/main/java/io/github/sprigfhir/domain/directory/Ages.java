package io.github.sprigfhir.domain.directory;

import java.util.Optional;

/**
 * Ages in completed years that a service is for, both bounds included; without one there is none on that side.
 *
 * @param lowest from this age on
 * @param highest up to and including this age, until the next birthday
 */
public record Ages(Optional<Integer> lowest, Optional<Integer> highest) {

    /** Everybody. */
    public static final Ages ALL = new Ages(Optional.empty(), Optional.empty());

    public boolean include(int age) {
        return lowest.map(bound -> age >= bound).orElse(true)
                && highest.map(bound -> age <= bound).orElse(true);
    }

    /** Such as {@code from 18 to 25}. */
    String inWords() {
        if (lowest.isPresent() && highest.isPresent()) {
            return "from %d to %d".formatted(lowest.get(), highest.get());
        }
        return lowest.map("from %d"::formatted)
                .or(() -> highest.map("up to %d"::formatted))
                .orElse("of every age");
    }
}
