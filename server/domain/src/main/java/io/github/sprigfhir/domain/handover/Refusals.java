package io.github.sprigfhir.domain.handover;

import io.github.sprigfhir.domain.kernel.Party;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The words of every refusal, in one place so that they can be read together. */
final class Refusals {

    private static final String STATUS = "status";
    private static final String OWNER = "owner";
    private static final String A_NEW_ONE = "begin a new handover that is partOf this one.";

    private Refusals() {}

    static HandoverRefusal beginsRequested(HandoverState sent) {
        return new HandoverRefusal(
                HandoverRule.BEGINS_REQUESTED,
                STATUS,
                "A handover begins as requested, not as %s.".formatted(sent),
                "Create it as requested, and move it from there. " + HandoverTable.explain(HandoverState.REQUESTED));
    }

    static HandoverRefusal noState(String status) {
        return new HandoverRefusal(
                HandoverRule.MOVE,
                STATUS,
                "A handover cannot be %s.".formatted(status),
                Arrays.stream(HandoverState.values())
                        .map(HandoverState::code)
                        .collect(Collectors.joining(", ", "It can be one of ", ".")));
    }

    static HandoverRefusal noSuchMove(HandoverState from, HandoverState to) {
        return new HandoverRefusal(
                HandoverRule.MOVE,
                STATUS,
                "This handover is %s and cannot become %s in one move. %s"
                        .formatted(from, to, HandoverTable.explain(from)),
                HandoverTable.path(from, to)
                        .map(Refusals::byWayOf)
                        .orElse("Make one of these moves; there is no way from here to %s.".formatted(to)));
    }

    private static String byWayOf(List<Move> path) {
        return path.stream()
                .limit(path.size() - 1L)
                .map(move -> move.to().code())
                .collect(Collectors.joining(", then ", "Move it first to ", ", one request each."));
    }

    static HandoverRefusal notTheirMove(Move move, Party mover) {
        return new HandoverRefusal(
                HandoverRule.PARTY,
                STATUS,
                "The move from %s to %s is for %s, %s, and the caller does not act for it. %s"
                        .formatted(
                                move.from(), move.to(), move.by().inWords(), mover, HandoverTable.explain(move.from())),
                "Leave the move to %s.".formatted(move.by().inWords()));
    }

    static HandoverRefusal noReason(Move move) {
        return new HandoverRefusal(
                HandoverRule.REASON,
                "statusReason",
                "The move from %s to %s needs a reason.".formatted(move.from(), move.to()),
                "Send statusReason.");
    }

    static HandoverRefusal noOutput(Move move) {
        return new HandoverRefusal(
                HandoverRule.OUTPUT,
                "output",
                "The move from %s to %s needs an output.".formatted(move.from(), move.to()),
                "Send output: what came of it.");
    }

    static HandoverRefusal unowned(Move move) {
        return new HandoverRefusal(
                HandoverRule.UNOWNED,
                OWNER,
                "The move from %s to %s is for the owner, and nobody owns this handover yet."
                        .formatted(move.from(), move.to()),
                "Claim it: set owner, alone or together with the move to received.");
    }

    static HandoverRefusal ownerChanged() {
        return new HandoverRefusal(
                HandoverRule.OWNER,
                OWNER,
                "This handover has an owner, and keeps it.",
                "To re-assign it, end it and " + A_NEW_ONE);
    }

    static HandoverRefusal claimedTooLate() {
        return new HandoverRefusal(
                HandoverRule.OWNER,
                OWNER,
                "An owner can be set only while the handover is requested, alone or together with the move to received.",
                "Set the owner first, and make other moves after it.");
    }

    static HandoverRefusal claimedForAnother(Party owner) {
        return new HandoverRefusal(
                HandoverRule.PARTY,
                OWNER,
                "A handover is claimed by the one who takes it on, and the caller does not act for %s."
                        .formatted(owner),
                "Claim it for a party that you act for.");
    }

    static HandoverRefusal fixed(FixedElement element) {
        return new HandoverRefusal(
                HandoverRule.FIXED,
                element.path(),
                "The element %s of a handover is settled when it begins.".formatted(element.path()),
                "Send it as it was, or " + A_NEW_ONE);
    }

    static HandoverRefusal ended(HandoverState state, HandoverState asked) {
        String text = "This handover has ended as %s, and changes no more.".formatted(state);
        return new HandoverRefusal(
                HandoverRule.ENDED,
                asked == state ? "" : STATUS,
                asked == state ? text : text + " It cannot become %s.".formatted(asked),
                "If there is more to do, " + A_NEW_ONE);
    }

    static HandoverRefusal kept() {
        return new HandoverRefusal(
                HandoverRule.KEPT,
                "",
                "A handover is never deleted.",
                "If it is not wanted any more, its requester cancels it, with a reason.");
    }
}
