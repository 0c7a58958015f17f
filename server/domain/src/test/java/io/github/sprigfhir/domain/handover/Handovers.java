package io.github.sprigfhir.domain.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Caller;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Handovers and callers to test with, every kind of them. */
final class Handovers {

    static final Party SERVICE = new Party("HealthcareService/walks");
    static final Party REFERRER = new Party("PractitionerRole/gp");
    static final Party STRANGER = new Party("Organization/elsewhere");

    static final Caller OWNER = new Caller.Named(Set.of(SERVICE));
    static final Caller REQUESTER = new Caller.Named(Set.of(REFERRER));
    static final Caller OUTSIDER = new Caller.Named(Set.of(STRANGER));
    static final Caller BOTH = new Caller.Named(Set.of(SERVICE, REFERRER));
    static final Caller UNNAMED = new Caller.Unnamed();
    static final Caller SERVER = new Caller.Server();
    static final List<Caller> CALLERS = List.of(OWNER, REQUESTER, OUTSIDER, BOTH, UNNAMED, SERVER);

    private Handovers() {}

    /** With an owner, a reason and an output, so that only the state and the caller matter. */
    static Handover owned(HandoverState state) {
        return of(state, Optional.of(SERVICE), true, true);
    }

    static Handover unowned(HandoverState state) {
        return of(state, Optional.empty(), true, true);
    }

    static Handover of(HandoverState state, Optional<Party> owner, boolean hasReason, boolean hasOutput) {
        return new Handover(state, owner, REFERRER, hasReason, hasOutput, fixed(), state + " " + owner);
    }

    static Handover with(Handover handover, Map<FixedElement, Set<String>> fixed) {
        return new Handover(
                handover.state(),
                handover.owner(),
                handover.requester(),
                handover.hasReason(),
                handover.hasOutput(),
                fixed,
                handover.content());
    }

    static Handover saying(Handover handover, String content) {
        return new Handover(
                handover.state(),
                handover.owner(),
                handover.requester(),
                handover.hasReason(),
                handover.hasOutput(),
                handover.fixed(),
                content);
    }

    /** Every element with a value of its own. */
    static Map<FixedElement, Set<String>> fixed() {
        Map<FixedElement, Set<String>> fixed = new EnumMap<>(FixedElement.class);
        for (FixedElement element : FixedElement.values()) {
            fixed.put(element, Set.of("the " + element.path()));
        }
        return fixed;
    }

    /** Every state, with and without owner, reason and output: 72 of them. */
    static List<Handover> all() {
        List<Handover> all = new ArrayList<>();
        for (HandoverState state : HandoverState.values()) {
            for (Optional<Party> owner : List.of(Optional.of(SERVICE), Optional.<Party>empty())) {
                for (boolean hasReason : List.of(true, false)) {
                    for (boolean hasOutput : List.of(true, false)) {
                        all.add(of(state, owner, hasReason, hasOutput));
                    }
                }
            }
        }
        return all;
    }

    static boolean isRefused(HandoverDecision decision) {
        return decision instanceof HandoverDecision.Refused;
    }

    static List<HandoverRefusal> refusals(HandoverDecision decision) {
        assertThat(decision).isInstanceOf(HandoverDecision.Refused.class);
        return ((HandoverDecision.Refused) decision).refusals();
    }

    static List<HandoverRule> rules(HandoverDecision decision) {
        return refusals(decision).stream().map(HandoverRefusal::rule).toList();
    }

    static HandoverRefusal only(HandoverDecision decision) {
        assertThat(refusals(decision)).hasSize(1);
        return refusals(decision).get(0);
    }
}
