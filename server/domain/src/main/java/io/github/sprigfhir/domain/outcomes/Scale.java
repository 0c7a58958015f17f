package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which values a score can have.
 *
 * @param low the least; none where its owner gives none
 * @param high the most; none where its owner gives none
 * @param step what lies between one value and the next, counted from the least; none where any value between is possible,
 *     or a table says which are
 * @param unit the code of its unit in UCUM
 */
public record Scale(Optional<BigDecimal> low, Optional<BigDecimal> high, Optional<BigDecimal> step, String unit) {

    /** Whether a value is neither too small nor too large. */
    boolean holds(BigDecimal value) {
        return low.filter(least -> value.compareTo(least) < 0).isEmpty()
                && high.filter(most -> value.compareTo(most) > 0).isEmpty();
    }

    /** Whether a value is one of those that the steps lead to. */
    boolean isOnStep(BigDecimal value) {
        return step.filter(one -> value.subtract(low.orElse(BigDecimal.ZERO))
                                .remainder(one)
                                .signum()
                        != 0)
                .isEmpty();
    }

    /** Such as "from 0 to 27". */
    String range() {
        return Stream.of(low.map(least -> "from " + Words.of(least)), high.map(most -> "to " + Words.of(most)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
