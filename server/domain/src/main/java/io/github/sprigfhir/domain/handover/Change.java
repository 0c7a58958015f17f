package io.github.sprigfhir.domain.handover;

import io.github.sprigfhir.domain.kernel.Caller;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.Optional;

/** Two versions of a handover that has not ended, and who asks that the one becomes the other. */
record Change(Handover before, Handover after, Caller caller) {

    HandoverState from() {
        return before.state();
    }

    HandoverState to() {
        return after.state();
    }

    boolean movesState() {
        return from() != to();
    }

    /** The row of the table, where there is one. */
    Optional<Move> move() {
        return HandoverTable.between(from(), to());
    }

    /** Who takes it out of the open pool by this change. */
    Optional<Party> claimer() {
        return before.owner().isPresent() ? Optional.empty() : after.owner();
    }

    /** Whose move it is by name; nobody's where an owner's move finds no owner. */
    Optional<Party> mover(Move move) {
        return switch (move.by()) {
            case OWNER -> before.owner().or(after::owner);
            case REQUESTER -> Optional.of(before.requester());
        };
    }
}
