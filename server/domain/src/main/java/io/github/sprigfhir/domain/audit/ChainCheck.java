package io.github.sprigfhir.domain.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Goes along the seals, one after the other, and says where the first of them, or of their events, is not as it was. */
public final class ChainCheck {

    private final Optional<Kept> kept;
    private final Instant keptSince;
    private long number;
    private Digest last = Digest.NONE;
    private boolean keptSeen;
    private long outOfTime;

    /**
     * Begins with nothing seen.
     *
     * @param kept a seal that somebody has kept elsewhere, if any
     * @param keptSince events that were sealed before may be gone, because their time to be kept was over
     */
    public ChainCheck(Optional<Kept> kept, Optional<Instant> keptSince) {
        this.kept = kept;
        this.keptSince = keptSince.orElse(Instant.MIN);
    }

    /** A seal as it was when somebody wrote it down in another place. */
    public record Kept(long number, Digest hash) {}

    /** What was found to be wrong. */
    public sealed interface Fault {

        /** One sentence for the operator. */
        String text();

        /** The event is there, with another content. */
        record Changed(long id) implements Fault {
            @Override
            public String text() {
                return "event %d was changed".formatted(id);
            }
        }

        /** The event was sealed and is there no more. */
        record Removed(long id) implements Fault {
            @Override
            public String text() {
                return "event %d was removed".formatted(id);
            }
        }

        /** The event was put among sealed ones afterwards. */
        record Inserted(long id) implements Fault {
            @Override
            public String text() {
                return "event %d was inserted".formatted(id);
            }
        }

        /** The seal itself does not follow from the one before it, or not from what it says it seals. */
        record BrokenSeal(long number) implements Fault {
            @Override
            public String text() {
                return "seal %d was changed, removed or inserted".formatted(number);
            }
        }

        /** The chain is sound in itself, but not the one of which a seal was kept. */
        record OtherChain(long number) implements Fault {
            @Override
            public String text() {
                return "seal %d is not the one that was kept: the chain was written anew or cut off".formatted(number);
            }
        }
    }

    /**
     * Looks at the next seal.
     *
     * @param found the digests of those of its events that are there, by their numbers
     */
    public Optional<Fault> next(Seal seal, Map<Long, Digest> found) {
        if (seal.number() != number + 1 || !seal.previous().equals(last) || !seal.isWhole()) {
            return Optional.of(new Fault.BrokenSeal(number + 1));
        }
        number = seal.number();
        last = seal.hash();
        if (kept.isPresent() && kept.get().number() == number) {
            keptSeen = true;
            if (!kept.get().hash().equals(last)) {
                return Optional.of(new Fault.OtherChain(number));
            }
        }
        var mayBeGone = seal.sealed().isBefore(keptSince);
        var gone = seal.events().stream()
                .filter(event -> !found.containsKey(event.id()))
                .count();
        outOfTime += mayBeGone ? gone : 0;
        return seal.events().stream()
                .filter(event -> !mayBeGone || found.containsKey(event.id()))
                .<Optional<Fault>>map(event -> fault(event, found))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What can only be said at the end. */
    public Optional<Fault> end() {
        return kept.filter(seal -> !keptSeen).map(seal -> new Fault.OtherChain(seal.number()));
    }

    /** How many events are gone because their time was over. */
    public long outOfTime() {
        return outOfTime;
    }

    /** The number of the last seal that was looked at. */
    public long number() {
        return number;
    }

    /** The hash of the last seal that was looked at. */
    public Digest last() {
        return last;
    }

    private static Optional<Fault> fault(Seal.Sealed event, Map<Long, Digest> found) {
        var there = found.get(event.id());
        if (there == null) {
            return Optional.of(new Fault.Removed(event.id()));
        }
        return there.equals(event.digest()) ? Optional.empty() : Optional.of(new Fault.Changed(event.id()));
    }
}
