package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.Optional;

/** What came of scoring answers. */
public sealed interface Score {

    /** The score, where there is one. */
    default Optional<BigDecimal> points() {
        return Optional.empty();
    }

    /**
     * They give a score.
     *
     * @param arithmetic how, step by step, as people would write it
     */
    record Scored(BigDecimal value, String arithmetic) implements Score {
        @Override
        public Optional<BigDecimal> points() {
            return Optional.of(value);
        }
    }

    /**
     * They give none.
     *
     * @param why one plain English sentence
     */
    record Unscored(String why) implements Score {}
}
