package io.github.sprigfhir.domain.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What services state in these tests. */
final class Stated {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Instant YESTERDAY = Instant.parse("2026-11-21T10:00:00Z");
    static final Duration MONTH = Duration.ofDays(30);

    private Stated() {}

    static Capacity saying(CapacityStatus status) {
        return new Capacity(status, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(YESTERDAY));
    }

    static Capacity available(int places) {
        return saying(CapacityStatus.AVAILABLE).withPlaces(Optional.of(places));
    }

    static Capacity listed(Capacity capacity, int waiting) {
        return capacity.withWaiting(Optional.of(waiting));
    }

    static Capacity undated(Capacity capacity) {
        return new Capacity(
                capacity.status(), capacity.places(), capacity.waiting(), capacity.expectedWait(), Optional.empty());
    }

    static Intake take(Capacity capacity) {
        return CapacityRules.take(capacity, NOW, MONTH);
    }

    static Capacity after(Capacity capacity) {
        return ((Intake.Taken) take(capacity)).after();
    }
}
