package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.domain.feedback.Change;
import io.github.sprigfhir.domain.feedback.Interest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Remembers who wants to hear of what, so that a write which concerns nobody asks the database nothing.
 *
 * <p>The rule, which holds for any number of servers: a Subscription is made active only after some server has seen it
 * stored for {@link #SETTLING}, and no server trusts a memory older than {@link #TRUST}; an older one is read anew
 * before the write goes on. So whoever commits a change has known of every Subscription that was active by then, and
 * {@link Outbox} finds under the row's lock whether it truly was. Servers compare no clocks.
 */
class Interests {

    static final Duration TRUST = Duration.ofSeconds(1);
    static final Duration SETTLING = Duration.ofSeconds(3);

    private final Registrations registrations;
    private final LongSupplier nanoTime;
    private volatile Memory memory;

    /** A moment is in nanoseconds of the given clock. */
    private record Memory(long readAt, Map<String, Interest> interests, Map<String, Long> firstSeen) {}

    Interests(Registrations registrations, LongSupplier nanoTime) {
        this.registrations = registrations;
        this.nanoTime = nanoTime;
        this.memory = new Memory(nanoTime.getAsLong() - TRUST.toNanos() - 1, Map.of(), Map.of());
    }

    /** The ids of the Subscriptions that a change may concern, in one order for all, so that none wait in a circle. */
    List<String> coveredBy(Change change) {
        if (nanoTime.getAsLong() - memory.readAt > TRUST.toNanos()) {
            refresh();
        }
        return memory.interests.entrySet().stream()
                .filter(entry -> entry.getValue().covers(change))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    boolean areThere() {
        return !memory.interests.isEmpty();
    }

    /** The ids of those that every server has had time to learn of. */
    List<String> settled() {
        var now = nanoTime.getAsLong();
        return memory.firstSeen.entrySet().stream()
                .filter(entry -> now - entry.getValue() >= SETTLING.toNanos())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Reads the table; the moment that counts is before it is read. Nobody waits for another who reads. */
    void refresh() {
        var before = nanoTime.getAsLong();
        remember(before, registrations.interests());
    }

    private synchronized void remember(long readAt, Map<String, Interest> found) {
        if (readAt - memory.readAt < 0) {
            return;
        }
        var now = nanoTime.getAsLong();
        var firstSeen = new HashMap<String, Long>();
        found.keySet().forEach(id -> firstSeen.put(id, memory.firstSeen.getOrDefault(id, now)));
        memory = new Memory(readAt, Map.copyOf(found), Map.copyOf(firstSeen));
    }
}
