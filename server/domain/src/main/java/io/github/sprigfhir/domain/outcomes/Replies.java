package io.github.sprigfhir.domain.outcomes;

import java.util.List;

/** What the replies to a form come to. */
public sealed interface Replies {

    /** Answers that can be scored; questions that were left open are not among them. */
    record Understood(Answers answers) implements Replies {}

    /**
     * Something is wrong with them.
     *
     * @param refusals everything that is
     */
    record Refused(List<OutcomeRefusal> refusals) implements Replies {

        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
