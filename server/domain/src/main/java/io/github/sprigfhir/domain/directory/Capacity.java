package io.github.sprigfhir.domain.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a service has stated about its capacity.
 *
 * @param places how many more people it can take, if it says so
 * @param waiting how many people wait for a place, if it says so; who gives a number keeps a list
 * @param expectedWait how long a person is expected to wait, if it says so
 * @param confirmed when it last confirmed this, if it says so
 */
public record Capacity(
        CapacityStatus status,
        Optional<Integer> places,
        Optional<Integer> waiting,
        Optional<Duration> expectedWait,
        Optional<Instant> confirmed) {

    /** Nothing but the time of the last confirmation is left of what can no longer be relied on. */
    Capacity forgotten() {
        return new Capacity(CapacityStatus.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), confirmed);
    }

    Capacity with(CapacityStatus next) {
        return new Capacity(next, places, waiting, expectedWait, confirmed);
    }

    Capacity withPlaces(Optional<Integer> next) {
        return new Capacity(status, next, waiting, expectedWait, confirmed);
    }

    Capacity withWaiting(Optional<Integer> next) {
        return new Capacity(status, places, next, expectedWait, confirmed);
    }

    Capacity confirmedAt(Instant when) {
        return new Capacity(status, places, waiting, expectedWait, Optional.of(when));
    }

    boolean hasPlaces() {
        return places.filter(free -> free > 0).isPresent();
    }

    /** Whether it has said how many people it can take, and there are no more. */
    boolean hasRunOut() {
        return places.filter(free -> free == 0).isPresent();
    }

    boolean keepsAList() {
        return waiting.isPresent();
    }
}
