package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;

/**
 * A part of a scale that its owner or publisher gives a name to.
 *
 * @param low the least value that belongs to it
 * @param high the most that belongs to it
 * @param name what it is called
 */
public record Band(BigDecimal low, BigDecimal high, String name) {

    boolean holds(BigDecimal value) {
        return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
    }
}
