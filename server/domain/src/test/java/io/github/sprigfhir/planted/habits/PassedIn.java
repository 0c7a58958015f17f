package io.github.sprigfhir.planted.habits;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** Planted: obeys, for its clock and its seed are arguments. */
final class PassedIn {

    private PassedIn() {}

    static Instant time(Clock clock) {
        return Instant.now(clock);
    }

    static Random chance(long seed) {
        return new Random(seed);
    }
}
