package io.github.sprigfhir.domain.handover;

import static io.github.sprigfhir.domain.handover.HandoverState.RECEIVED;
import static io.github.sprigfhir.domain.handover.HandoverState.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Caller;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is true of every change of every handover by every caller: all 31,104 of them are tried. */
class EveryHandoverTest {

    private record Case(Handover before, Handover after, Caller caller, HandoverDecision decision) {}

    @Test
    void aChangeIsAllowedExactlyIfTheTableAndTheClaimSaySo() {
        everyCase(any -> assertThat(!Handovers.isRefused(any.decision()))
                .as(any.toString())
                .isEqualTo(expected(any.before(), any.after(), any.caller())));
    }

    @Test
    void whatHasEndedNeverMoves() {
        everyCase(any -> {
            if (any.before().state().hasEnded() && !any.after().equals(any.before())) {
                assertThat(Handovers.rules(any.decision())).containsExactly(HandoverRule.ENDED);
            }
        });
    }

    @Test
    void whatChangesNothingIsFine() {
        for (Handover handover : Handovers.all()) {
            for (Caller caller : Handovers.CALLERS) {
                assertThat(HandoverRules.decide(handover, handover, caller)).isEqualTo(new HandoverDecision.Unmoved());
            }
        }
    }

    @Test
    void sayingMoreNeverMakesAnAllowedMoveRefused() {
        everyCase(any -> {
            if (!Handovers.isRefused(any.decision()) && any.decision().move().isPresent()) {
                Handover more = Handovers.of(any.after().state(), any.after().owner(), true, true);
                assertThat(HandoverRules.decide(any.before(), more, any.caller()))
                        .isEqualTo(any.decision());
            }
        });
    }

    @Test
    void aStrangerMovesAndClaimsNothing() {
        everyCase(any -> {
            if (any.caller().equals(Handovers.OUTSIDER) && !Handovers.isRefused(any.decision())) {
                assertThat(any.decision()).isEqualTo(new HandoverDecision.Unmoved());
            }
        });
    }

    @Test
    void whoIsNotNamedAndTheServerAreHeldToTheTableAlone() {
        everyCase(any -> {
            if (any.caller().equals(Handovers.UNNAMED)) {
                assertThat(any.decision())
                        .isEqualTo(HandoverRules.decide(any.before(), any.after(), Handovers.SERVER))
                        .isEqualTo(HandoverRules.decide(any.before(), any.after(), Handovers.BOTH));
            }
        });
    }

    @Test
    void aMoveThatIsMadeIsTheOneInTheTable() {
        everyCase(any -> {
            if (!Handovers.isRefused(any.decision())) {
                assertThat(any.decision().move())
                        .isEqualTo(HandoverTable.between(
                                any.before().state(), any.after().state()));
            }
        });
    }

    @Test
    void anOwnerIsSetOnceAndNeverTakenAway() {
        everyCase(any -> {
            if (!Handovers.isRefused(any.decision())) {
                boolean claimed =
                        any.before().owner().isEmpty() && any.after().owner().isPresent();
                assertThat(any.decision() instanceof HandoverDecision.Claimed).isEqualTo(claimed);
                assertThat(claimed || any.before().owner().equals(any.after().owner()))
                        .isTrue();
            }
        });
    }

    @Test
    void aRefusalAlwaysSaysWhatIsWrongAndWhatToDo() {
        everyCase(any -> {
            if (Handovers.isRefused(any.decision())) {
                assertThat(Handovers.refusals(any.decision())).isNotEmpty().allSatisfy(refusal -> {
                    assertThat(refusal.text()).matches("[A-Z].+\\.");
                    assertThat(refusal.remedy()).matches("[A-Z].+\\.");
                });
                assertThat(Handovers.rules(any.decision())).doesNotHaveDuplicates();
            }
        });
    }

    /** The rules once more, said another way. */
    private static boolean expected(Handover before, Handover after, Caller caller) {
        if (before.state().hasEnded() || before.equals(after)) {
            return before.equals(after);
        }
        boolean claims = before.owner().isEmpty() && after.owner().isPresent();
        boolean claimAllowed = before.state() == REQUESTED
                && List.of(REQUESTED, RECEIVED).contains(after.state())
                && caller.mayActFor(Handovers.SERVICE);
        boolean ownerFine = claims ? claimAllowed : before.owner().equals(after.owner());
        return ownerFine && (before.state() == after.state() || moveFine(before, after, caller));
    }

    private static boolean moveFine(Handover before, Handover after, Caller caller) {
        Optional<Move> move = HandoverTable.between(before.state(), after.state());
        Optional<Party> mover =
                move.flatMap(row -> row.by() == Mover.OWNER ? after.owner() : Optional.of(Handovers.REFERRER));
        return mover.filter(caller::mayActFor).isPresent()
                && move.filter(row -> row.needs() != Needs.REASON || after.hasReason())
                        .filter(row -> row.needs() != Needs.OUTPUT || after.hasOutput())
                        .isPresent();
    }

    private static void everyCase(Consumer<Case> law) {
        for (Handover before : Handovers.all()) {
            for (Handover after : Handovers.all()) {
                for (Caller caller : Handovers.CALLERS) {
                    law.accept(new Case(before, after, caller, HandoverRules.decide(before, after, caller)));
                }
            }
        }
    }
}
