package io.github.sprigfhir.domain.handover;

import static io.github.sprigfhir.domain.handover.HandoverState.RECEIVED;
import static io.github.sprigfhir.domain.handover.HandoverState.REQUESTED;

import io.github.sprigfhir.domain.kernel.Caller;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Judges every change to a handover by the table: its beginning, its moves, its claim and its deletion. */
public final class HandoverRules {

    private static final List<Function<Change, Stream<HandoverRefusal>>> RULES = List.of(
            HandoverRules::moveInTheTable,
            HandoverRules::movedByItsMover,
            HandoverRules::reasonGiven,
            HandoverRules::outputGiven,
            HandoverRules::ownedBeforeItsOwnerMoves,
            HandoverRules::ownerKept,
            HandoverRules::claimedInTime,
            HandoverRules::claimedByItsOwner,
            HandoverRules::fixedKept);

    private HandoverRules() {}

    /** Decides about a handover that is not there yet, by the state in which it would begin. */
    public static HandoverDecision begin(HandoverState state) {
        return state == REQUESTED ? new HandoverDecision.Begun() : refused(Refusals.beginsRequested(state));
    }

    /** Decides about a status that is no state of a handover, whether it is to begin, to come from or to go there. */
    public static HandoverDecision noState(String status) {
        return refused(Refusals.noState(status));
    }

    /** Decides about a later version of a handover; a refusal names everything that is wrong with it. */
    public static HandoverDecision decide(Handover before, Handover after, Caller caller) {
        if (before.state().hasEnded()) {
            return after.equals(before)
                    ? new HandoverDecision.Unmoved()
                    : refused(Refusals.ended(before.state(), after.state()));
        }
        Change change = new Change(before, after, caller);
        List<HandoverRefusal> refusals =
                RULES.stream().flatMap(rule -> rule.apply(change)).toList();
        return refusals.isEmpty() ? allowed(change) : new HandoverDecision.Refused(refusals);
    }

    /** Decides about a deletion: a handover is kept, however it ended and whoever asks. */
    public static HandoverDecision delete() {
        return refused(Refusals.kept());
    }

    private static HandoverDecision allowed(Change change) {
        return change.claimer()
                .<HandoverDecision>map(owner -> new HandoverDecision.Claimed(owner, change.move()))
                .or(() -> change.move().map(HandoverDecision.Moved::new))
                .orElseGet(HandoverDecision.Unmoved::new);
    }

    private static Stream<HandoverRefusal> moveInTheTable(Change change) {
        boolean known = !change.movesState() || change.move().isPresent();
        return unless(known, () -> Refusals.noSuchMove(change.from(), change.to()));
    }

    private static Stream<HandoverRefusal> movedByItsMover(Change change) {
        return change.move().stream().flatMap(move -> change.mover(move).stream()
                .filter(party -> !change.caller().mayActFor(party))
                .map(party -> Refusals.notTheirMove(move, party)));
    }

    private static Stream<HandoverRefusal> reasonGiven(Change change) {
        return change
                .move()
                .filter(move -> move.needs() == Needs.REASON && !change.after().hasReason())
                .map(Refusals::noReason)
                .stream();
    }

    private static Stream<HandoverRefusal> outputGiven(Change change) {
        return change
                .move()
                .filter(move -> move.needs() == Needs.OUTPUT && !change.after().hasOutput())
                .map(Refusals::noOutput)
                .stream();
    }

    private static Stream<HandoverRefusal> ownedBeforeItsOwnerMoves(Change change) {
        return change.move().filter(move -> change.mover(move).isEmpty()).map(Refusals::unowned).stream();
    }

    private static Stream<HandoverRefusal> ownerKept(Change change) {
        boolean kept = change.before().owner().isEmpty()
                || change.before().owner().equals(change.after().owner());
        return unless(kept, Refusals::ownerChanged);
    }

    private static Stream<HandoverRefusal> claimedInTime(Change change) {
        boolean inTime = change.from() == REQUESTED && (change.to() == REQUESTED || change.to() == RECEIVED);
        return unless(change.claimer().isEmpty() || inTime, Refusals::claimedTooLate);
    }

    /** Whoever claims by moving it to received has been judged as its mover already. */
    private static Stream<HandoverRefusal> claimedByItsOwner(Change change) {
        return change
                .claimer()
                .filter(owner -> !change.movesState() && !change.caller().mayActFor(owner))
                .map(Refusals::claimedForAnother)
                .stream();
    }

    private static Stream<HandoverRefusal> fixedKept(Change change) {
        return change.before().notKeptBy(change.after()).stream().map(Refusals::fixed);
    }

    private static Stream<HandoverRefusal> unless(boolean kept, Supplier<HandoverRefusal> refusal) {
        return kept ? Stream.empty() : Stream.of(refusal.get());
    }

    private static HandoverDecision refused(HandoverRefusal refusal) {
        return new HandoverDecision.Refused(List.of(refusal));
    }
}
