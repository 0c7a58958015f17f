package io.github.sprigfhir.app.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts refusals of which there may be very many, by sender and status: the first of each minute is recorded at once,
 * the others as one when the minute is over. However many senders there are, they make so many events a minute and no
 * more.
 */
class RefusalCounts {

    private static final int MOST_SENDERS = 500;

    private final Map<Sender, Count> counts = new HashMap<>();

    private record Sender(
            @Nullable String client,
            @Nullable String address,
            @Nullable Integer status) {}

    private record Count(Entry like, int more) {}

    /** Whether this is the first of its sender in this minute; any other is only counted. */
    synchronized boolean isFirst(Entry refusal) {
        var who = refusal.who();
        var sender = new Sender(who.client(), who.address(), refusal.status());
        if (counts.size() >= MOST_SENDERS && !counts.containsKey(sender)) {
            sender = new Sender(null, null, refusal.status());
        }
        var known = counts.get(sender);
        counts.put(
                sender,
                known == null ? new Count(like(refusal, sender), 0) : new Count(known.like(), known.more() + 1));
        return known == null;
    }

    /** What was counted, as events that say how many, and nothing is counted any more. */
    synchronized List<Entry> take() {
        var taken = new ArrayList<Entry>();
        counts.values().stream()
                .filter(count -> count.more() > 0)
                .forEach(count -> taken.add(count.like().times(count.more())));
        counts.clear();
        return taken;
    }

    /** Those of one sender or, where there are too many, of several: then it says of none in particular. */
    private static Entry like(Entry refusal, Sender sender) {
        if (sender.address() != null) {
            return refusal;
        }
        return new Entry(
                refusal.interaction(),
                refusal.outcome(),
                refusal.status(),
                1,
                refusal.rules(),
                Who.at("several", null),
                refusal.ids(),
                null,
                null,
                List.of(),
                Set.of());
    }
}
