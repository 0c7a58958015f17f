package io.github.sprigfhir.planted.habits;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Planted: takes time, an id and randomness from nowhere. */
final class FromNowhere {

    private FromNowhere() {}

    static Instant time() {
        return Instant.now();
    }

    static LocalDate day(ZoneId zone) {
        return LocalDate.now(zone);
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static UUID id() {
        return UUID.randomUUID();
    }

    static Random chance() {
        return new Random();
    }

    static Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
