package io.github.sprigfhir.domain.handover;

import io.github.sprigfhir.domain.kernel.Party;
import java.util.List;
import java.util.Optional;

/** What becomes of a change to a handover. */
public sealed interface HandoverDecision {

    /** The move that was made, where one was. */
    default Optional<Move> move() {
        return Optional.empty();
    }

    /** It begins, as requested. */
    record Begun() implements HandoverDecision {}

    /** It stays in its state and with its owner; anything else about it may have changed. */
    record Unmoved() implements HandoverDecision {}

    /** It moves. */
    record Moved(Move made) implements HandoverDecision {
        @Override
        public Optional<Move> move() {
            return Optional.of(made);
        }
    }

    /**
     * Somebody takes it out of the open pool.
     *
     * @param made the move to received, where it was made in the same change
     */
    record Claimed(Party owner, Optional<Move> made) implements HandoverDecision {
        @Override
        public Optional<Move> move() {
            return made;
        }
    }

    /**
     * It may not be done.
     *
     * @param refusals everything that is wrong with it; never empty
     */
    record Refused(List<HandoverRefusal> refusals) implements HandoverDecision {

        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
