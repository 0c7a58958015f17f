package io.github.sprigfhir.domain.directory;

import java.time.Duration;
import java.util.Optional;

/** How the capacity of a service stands at a moment. */
public sealed interface Vacancy {

    /** It takes people: at least one, or nobody knows how many. */
    record Room(Optional<Integer> places) implements Vacancy {}

    /** It takes people, and they wait. */
    record Queue(Optional<Integer> waiting, Optional<Duration> expectedWait) implements Vacancy {}

    /** It takes nobody. */
    record Full() implements Vacancy {}

    /** It has never said, or not confirmed for too long. */
    record Unknown() implements Vacancy {}
}
