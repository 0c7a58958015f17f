package io.github.sprigfhir.domain.outcomes;

import java.util.List;

/** Whether an outcome that was sent can be what it says. */
public sealed interface OutcomeDecision {

    /** It can. */
    record Accepted(Instrument instrument, Measure measure) implements OutcomeDecision {}

    /**
     * It cannot.
     *
     * @param refusals everything that is wrong with it; never empty
     */
    record Refused(List<OutcomeRefusal> refusals) implements OutcomeDecision {

        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
