package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.domain.handover.HandoverState;
import io.github.sprigfhir.domain.handover.HandoverTable;
import io.github.sprigfhir.domain.handover.Move;
import io.github.sprigfhir.domain.handover.Mover;
import java.util.Optional;

/** What the handover table says of a change that a walk is about to ask for. */
final class Table {

    private Table() {}

    static HandoverState state(JsonNode task) {
        return HandoverState.of(task.path("status").asText()).orElseThrow();
    }

    /** @param caller for whom the sender says it acts; empty if it does not say */
    static boolean allows(JsonNode before, JsonNode after, Optional<String> caller) {
        var from = state(before);
        var to = state(after);
        if (from.hasEnded()) {
            return before.equals(after);
        }
        if (from != to
                && HandoverTable.between(from, to)
                        .filter(move -> isMade(move, before, after, caller))
                        .isEmpty()) {
            return false;
        }
        return before.has("owner") ? owner(before).equals(owner(after)) : isClaimed(from, to, after, caller);
    }

    private static boolean isMade(Move move, JsonNode before, JsonNode after, Optional<String> caller) {
        var mover = move.by() == Mover.REQUESTER ? requester(before) : owner(after);
        var complete =
                switch (move.needs()) {
                    case NOTHING -> true;
                    case REASON -> after.has("statusReason");
                    case OUTPUT -> after.has("output");
                };
        return complete
                && !mover.isEmpty()
                && caller.filter(who -> !who.equals(mover)).isEmpty();
    }

    private static boolean isClaimed(HandoverState from, HandoverState to, JsonNode after, Optional<String> caller) {
        var inTime = from == HandoverState.REQUESTED && (to == from || to == HandoverState.RECEIVED);
        var byItsOwner = caller.filter(who -> !who.equals(owner(after))).isEmpty();
        return !after.has("owner") || (inTime && byItsOwner);
    }

    static String owner(JsonNode task) {
        return task.path("owner").path("reference").asText();
    }

    static String requester(JsonNode task) {
        return task.path("requester").path("reference").asText();
    }
}
