package io.github.sprigfhir.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Closes a batch of events: its hash follows from the seal before it and from each event, so that none of them can be
 * changed, removed or added to without changing every seal that comes after.
 *
 * @param number from 1, without gaps
 * @param settled every event up to this number is under this seal or an earlier one
 * @param sealed when, to the microsecond
 * @param events in the order of their numbers
 */
public record Seal(long number, Digest previous, long settled, Instant sealed, List<Sealed> events, Digest hash) {

    public Seal {
        events = List.copyOf(events);
    }

    /** One event under a seal. */
    public record Sealed(long id, Digest digest) {}

    /** The seal that follows another. */
    public static Seal after(long number, Digest previous, long settled, Instant sealed, List<Sealed> events) {
        return new Seal(
                number + 1, previous, settled, sealed, events, hash(number + 1, previous, settled, sealed, events));
    }

    /** Whether it is what was once written, as far as it alone can tell. */
    public boolean isWhole() {
        return hash.equals(hash(number, previous, settled, sealed, events));
    }

    private static Digest hash(long number, Digest previous, long settled, Instant sealed, List<Sealed> events) {
        var sha = Digest.sha256();
        sha.update(previous.bytes());
        sha.update(Digest.number(number));
        sha.update(Digest.number(settled));
        sha.update(Digest.number(ChronoUnit.MICROS.between(Instant.EPOCH, sealed)));
        for (var event : events) {
            sha.update(Digest.number(event.id()));
            sha.update(event.digest().bytes());
        }
        return Digest.of(sha);
    }
}
