package io.github.sprigfhir.domain.handover;

import static io.github.sprigfhir.domain.handover.HandoverState.ACCEPTED;
import static io.github.sprigfhir.domain.handover.HandoverState.CANCELLED;
import static io.github.sprigfhir.domain.handover.HandoverState.COMPLETED;
import static io.github.sprigfhir.domain.handover.HandoverState.IN_PROGRESS;
import static io.github.sprigfhir.domain.handover.HandoverState.RECEIVED;
import static io.github.sprigfhir.domain.handover.HandoverState.REJECTED;
import static io.github.sprigfhir.domain.handover.HandoverState.REQUESTED;
import static io.github.sprigfhir.domain.handover.Handovers.only;
import static io.github.sprigfhir.domain.handover.Handovers.owned;
import static io.github.sprigfhir.domain.handover.Handovers.unowned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Caller;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each refusal says, and what each decision tells of a change that is allowed. */
class HandoverRulesTest {

    @ParameterizedTest
    @EnumSource
    void aHandoverBeginsAsRequestedOnly(HandoverState state) {
        HandoverDecision decision = HandoverRules.begin(state);
        if (state == REQUESTED) {
            assertThat(decision).isEqualTo(new HandoverDecision.Begun());
            assertThat(decision.move()).isEmpty();
        } else {
            HandoverRefusal refusal = only(decision);
            assertThat(refusal.rule()).isEqualTo(HandoverRule.BEGINS_REQUESTED);
            assertThat(refusal.element()).isEqualTo("status");
            assertThat(refusal.text()).isEqualTo("A handover begins as requested, not as %s.".formatted(state));
            assertThat(refusal.remedy()).contains("move it from there. From requested: to received, by the owner;");
        }
    }

    @Test
    void aStatusThatHandoversDoNotUseIsRefusedAndTheStatesNamed() {
        assertThat(only(HandoverRules.noState("draft")))
                .isEqualTo(new HandoverRefusal(
                        HandoverRule.MOVE,
                        "status",
                        "A handover cannot be draft.",
                        "It can be one of requested, received, accepted, rejected, in-progress, on-hold, completed, "
                                + "failed, cancelled."));
    }

    @Test
    void aHandoverIsNeverDeleted() {
        HandoverRefusal refusal = only(HandoverRules.delete());
        assertThat(refusal.rule()).isEqualTo(HandoverRule.KEPT);
        assertThat(refusal.element()).isEmpty();
    }

    @Test
    void aMoveOfTheTableIsTold() {
        HandoverDecision decision = HandoverRules.decide(owned(RECEIVED), owned(ACCEPTED), Handovers.OWNER);
        Move move = new Move(RECEIVED, ACCEPTED, Mover.OWNER, Needs.NOTHING);
        assertThat(decision).isEqualTo(new HandoverDecision.Moved(move));
        assertThat(decision.move()).contains(move);
    }

    @Test
    void aRefusedMoveNamesBothStatesTheMovesAllowedAndTheWay() {
        HandoverRefusal refusal = only(HandoverRules.decide(owned(REQUESTED), owned(COMPLETED), Handovers.OWNER));
        assertThat(refusal)
                .isEqualTo(new HandoverRefusal(
                        HandoverRule.MOVE,
                        "status",
                        "This handover is requested and cannot become completed in one move. "
                                + "From requested: to received, by the owner; "
                                + "to cancelled, by the requester, with a reason.",
                        "Move it first to received, then accepted, then in-progress, one request each."));
    }

    @Test
    void aMoveToWhereNoWayLeadsSaysSo() {
        assertThat(only(HandoverRules.decide(owned(ACCEPTED), owned(REQUESTED), Handovers.OWNER))
                        .remedy())
                .isEqualTo("Make one of these moves; there is no way from here to requested.");
    }

    @Test
    void aMoveBySomebodyElseNamesWhoseItIs() {
        HandoverRefusal refusal = only(HandoverRules.decide(owned(RECEIVED), owned(ACCEPTED), Handovers.REQUESTER));
        assertThat(refusal.rule()).isEqualTo(HandoverRule.PARTY);
        assertThat(refusal.element()).isEqualTo("status");
        assertThat(refusal.text())
                .startsWith("The move from received to accepted is for the owner, HealthcareService/walks, and")
                .contains("From received: to accepted, by the owner;");
        assertThat(refusal.remedy()).isEqualTo("Leave the move to the owner.");
        assertThat(only(HandoverRules.decide(owned(RECEIVED), owned(CANCELLED), Handovers.OWNER))
                        .text())
                .contains("is for the requester, PractitionerRole/gp,");
    }

    @Test
    void reasonAndOutputAreAskedForByName() {
        Handover silent = Handovers.of(REJECTED, Optional.of(Handovers.SERVICE), false, true);
        HandoverRefusal reason = only(HandoverRules.decide(owned(RECEIVED), silent, Handovers.OWNER));
        assertThat(reason.rule()).isEqualTo(HandoverRule.REASON);
        assertThat(reason.element()).isEqualTo("statusReason");
        assertThat(reason.text()).isEqualTo("The move from received to rejected needs a reason.");

        Handover empty = Handovers.of(COMPLETED, Optional.of(Handovers.SERVICE), true, false);
        HandoverRefusal output = only(HandoverRules.decide(owned(IN_PROGRESS), empty, Handovers.OWNER));
        assertThat(output.rule()).isEqualTo(HandoverRule.OUTPUT);
        assertThat(output.element()).isEqualTo("output");
        assertThat(output.text()).isEqualTo("The move from in-progress to completed needs an output.");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Map<FixedElement, Set<String>> fixed = Handovers.fixed();
        fixed.put(FixedElement.FOR, Set.of("somebody else"));
        fixed.remove(FixedElement.PART_OF);
        Handover after = Handovers.with(Handovers.of(REJECTED, Optional.of(Handovers.STRANGER), false, false), fixed);
        assertThat(Handovers.rules(HandoverRules.decide(owned(RECEIVED), after, Handovers.REQUESTER)))
                .containsExactly(
                        HandoverRule.PARTY,
                        HandoverRule.REASON,
                        HandoverRule.OWNER,
                        HandoverRule.FIXED,
                        HandoverRule.FIXED);
    }

    @Test
    void anOwnerlessHandoverIsClaimedAloneOrWithItsReceipt() {
        assertThat(HandoverRules.decide(unowned(REQUESTED), owned(REQUESTED), Handovers.OWNER))
                .isEqualTo(new HandoverDecision.Claimed(Handovers.SERVICE, Optional.empty()));
        Move receipt = new Move(REQUESTED, RECEIVED, Mover.OWNER, Needs.NOTHING);
        assertThat(HandoverRules.decide(unowned(REQUESTED), owned(RECEIVED), Handovers.OWNER))
                .isEqualTo(new HandoverDecision.Claimed(Handovers.SERVICE, Optional.of(receipt)));
    }

    @Test
    void aSecondClaimIsRefused() {
        Handover late = Handovers.of(REQUESTED, Optional.of(Handovers.STRANGER), true, true);
        HandoverRefusal refusal = only(HandoverRules.decide(owned(REQUESTED), late, Handovers.OUTSIDER));
        assertThat(refusal.rule()).isEqualTo(HandoverRule.OWNER);
        assertThat(refusal.element()).isEqualTo("owner");
        assertThat(refusal.text()).isEqualTo("This handover has an owner, and keeps it.");
    }

    @Test
    void nobodyClaimsForAnother() {
        HandoverRefusal alone = only(HandoverRules.decide(unowned(REQUESTED), owned(REQUESTED), Handovers.OUTSIDER));
        assertThat(alone.rule()).isEqualTo(HandoverRule.PARTY);
        assertThat(alone.element()).isEqualTo("owner");
        assertThat(alone.text()).contains("HealthcareService/walks");
        assertThat(only(HandoverRules.decide(unowned(REQUESTED), owned(RECEIVED), Handovers.OUTSIDER))
                        .element())
                .isEqualTo("status");
    }

    @Test
    void aClaimTogetherWithAnotherMoveIsTooMuchAtOnce() {
        HandoverRefusal refusal = only(HandoverRules.decide(unowned(REQUESTED), owned(CANCELLED), Handovers.REQUESTER));
        assertThat(refusal.rule()).isEqualTo(HandoverRule.OWNER);
        assertThat(refusal.element()).isEqualTo("owner");
        assertThat(refusal.text()).startsWith("An owner can be set only while the handover is requested");
    }

    @Test
    void whatNobodyOwnsNobodyReceives() {
        HandoverRefusal refusal = only(HandoverRules.decide(unowned(REQUESTED), unowned(RECEIVED), Handovers.OWNER));
        assertThat(refusal.rule()).isEqualTo(HandoverRule.UNOWNED);
        assertThat(refusal.element()).isEqualTo("owner");
        assertThat(refusal.text()).startsWith("The move from requested to received is for the owner, and nobody owns");
    }

    @Test
    void whatNobodyOwnsItsRequesterMayCancel() {
        assertThat(HandoverRules.decide(unowned(REQUESTED), unowned(CANCELLED), Handovers.REQUESTER)
                        .move())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFixedStaysAsItWas(FixedElement element) {
        Map<FixedElement, Set<String>> changed = Handovers.fixed();
        changed.put(element, Set.of("something else"));
        Map<FixedElement, Set<String>> without = Handovers.fixed();
        without.remove(element);
        for (Map<FixedElement, Set<String>> fixed : List.of(changed, without)) {
            HandoverRefusal refusal = only(
                    HandoverRules.decide(owned(REQUESTED), Handovers.with(owned(REQUESTED), fixed), Handovers.SERVER));
            assertThat(refusal.rule()).isEqualTo(HandoverRule.FIXED);
            assertThat(refusal.element()).isEqualTo(element.path());
            assertThat(refusal.text()).contains(element.path());
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyIdentifiersMayBeAdded(FixedElement element) {
        Map<FixedElement, Set<String>> more = Handovers.fixed();
        more.put(element, Set.of("the " + element.path(), "another"));
        HandoverDecision decision =
                HandoverRules.decide(owned(REQUESTED), Handovers.with(owned(REQUESTED), more), Handovers.SERVER);
        assertThat(Handovers.isRefused(decision)).isEqualTo(element != FixedElement.IDENTIFIER);
    }

    @Test
    void whatHasEndedTakesNotEvenANote() {
        HandoverDecision decision =
                HandoverRules.decide(owned(COMPLETED), Handovers.saying(owned(COMPLETED), "a note"), Handovers.SERVER);
        HandoverRefusal refusal = only(decision);
        assertThat(refusal.rule()).isEqualTo(HandoverRule.ENDED);
        assertThat(refusal.element()).isEmpty();
        assertThat(refusal.text()).isEqualTo("This handover has ended as completed, and changes no more.");
    }

    @Test
    void whatHasEndedSaysWhatWasAsked() {
        HandoverRefusal refusal = only(HandoverRules.decide(owned(COMPLETED), owned(IN_PROGRESS), Handovers.OWNER));
        assertThat(refusal.element()).isEqualTo("status");
        assertThat(refusal.text()).endsWith("It cannot become in-progress.");
    }

    @Test
    void whatIsOpenTakesANoteFromAnybody() {
        assertThat(HandoverRules.decide(
                        owned(ACCEPTED), Handovers.saying(owned(ACCEPTED), "a note"), Handovers.OUTSIDER))
                .isEqualTo(new HandoverDecision.Unmoved());
    }

    @Test
    void whoActsForSeveralMayMoveForEach() {
        Caller caller = new Caller.Named(Set.of(Handovers.SERVICE, Handovers.STRANGER));
        assertThat(caller.mayActFor(Handovers.SERVICE)).isTrue();
        assertThat(caller.mayActFor(new Party("HealthcareService/walks"))).isTrue();
        assertThat(caller.mayActFor(Handovers.REFERRER)).isFalse();
        assertThat(Handovers.SERVICE).hasToString("HealthcareService/walks");
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsKebabCase(HandoverRule rule) {
        assertThat(rule.key())
                .isEqualTo("handover-" + rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
