package io.github.sprigfhir.domain.handover;

import static io.github.sprigfhir.domain.handover.HandoverState.ACCEPTED;
import static io.github.sprigfhir.domain.handover.HandoverState.CANCELLED;
import static io.github.sprigfhir.domain.handover.HandoverState.COMPLETED;
import static io.github.sprigfhir.domain.handover.HandoverState.FAILED;
import static io.github.sprigfhir.domain.handover.HandoverState.IN_PROGRESS;
import static io.github.sprigfhir.domain.handover.HandoverState.ON_HOLD;
import static io.github.sprigfhir.domain.handover.HandoverState.RECEIVED;
import static io.github.sprigfhir.domain.handover.HandoverState.REJECTED;
import static io.github.sprigfhir.domain.handover.HandoverState.REQUESTED;
import static io.github.sprigfhir.domain.handover.Mover.OWNER;
import static io.github.sprigfhir.domain.handover.Mover.REQUESTER;
import static io.github.sprigfhir.domain.handover.Needs.NOTHING;
import static io.github.sprigfhir.domain.handover.Needs.OUTPUT;
import static io.github.sprigfhir.domain.handover.Needs.REASON;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;

/** Every move that a handover can make; what is not in it cannot be done by anybody. */
public final class HandoverTable {

    /** The moves, in the order in which a handover meets them. */
    public static final List<Move> MOVES = List.of(
            new Move(REQUESTED, RECEIVED, OWNER, NOTHING),
            new Move(REQUESTED, CANCELLED, REQUESTER, REASON),
            new Move(RECEIVED, ACCEPTED, OWNER, NOTHING),
            new Move(RECEIVED, REJECTED, OWNER, REASON),
            new Move(RECEIVED, CANCELLED, REQUESTER, REASON),
            new Move(ACCEPTED, IN_PROGRESS, OWNER, NOTHING),
            new Move(ACCEPTED, CANCELLED, REQUESTER, REASON),
            new Move(IN_PROGRESS, ON_HOLD, OWNER, REASON),
            new Move(IN_PROGRESS, COMPLETED, OWNER, OUTPUT),
            new Move(IN_PROGRESS, FAILED, OWNER, REASON),
            new Move(IN_PROGRESS, CANCELLED, REQUESTER, REASON),
            new Move(ON_HOLD, IN_PROGRESS, OWNER, NOTHING),
            new Move(ON_HOLD, CANCELLED, REQUESTER, REASON));

    private HandoverTable() {}

    /** The moves that start from a state; none where it has ended. */
    public static List<Move> from(HandoverState state) {
        return MOVES.stream().filter(move -> move.from() == state).toList();
    }

    /** The move from one state straight to another, if there is one. */
    public static Optional<Move> between(HandoverState from, HandoverState to) {
        return from(from).stream().filter(move -> move.to() == to).findFirst();
    }

    /**
     * The fewest moves that lead from one state to another, one version of the handover each: none at all from a state
     * to itself, and no answer where there is no way.
     */
    public static Optional<List<Move>> path(HandoverState from, HandoverState to) {
        Map<HandoverState, List<Move>> found = new EnumMap<>(HandoverState.class);
        found.put(from, List.of());
        Queue<HandoverState> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            HandoverState here = next.remove();
            List<Move> way = found.getOrDefault(here, List.of());
            for (Move move : from(here)) {
                if (found.putIfAbsent(move.to(), longer(way, move)) == null) {
                    next.add(move.to());
                }
            }
        }
        return Optional.ofNullable(found.get(to)).map(List::copyOf);
    }

    /** In plain words, which moves are allowed from a state, to whom, and what they need. */
    public static String explain(HandoverState from) {
        if (from.hasEnded()) {
            return "From %s there is no move: it has ended.".formatted(from);
        }
        return from(from).stream().map(Move::inWords).collect(Collectors.joining("; ", "From " + from + ": ", "."));
    }

    private static List<Move> longer(List<Move> way, Move move) {
        List<Move> longer = new ArrayList<>(way);
        longer.add(move);
        return longer;
    }
}
