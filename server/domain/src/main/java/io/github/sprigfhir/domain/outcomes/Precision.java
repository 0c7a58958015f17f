package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How finely a figure is told.
 *
 * <p>The threat: two reports, one with a person and one without, are taken from each other, and what is left is what that
 * person said.
 *
 * <p>The rule: no figure is told more finely than one person can move it. Steps are 1, 2 or 5 times a power of ten.
 *
 * @param step what figures are rounded to a multiple of
 */
public record Precision(BigDecimal step) {

    private static final BigDecimal FINEST = new BigDecimal("0.001");
    private static final List<BigDecimal> LADDER =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5));

    /**
     * The finest that is coarse enough.
     *
     * @param moved by how much one person can move the figure at the most; more than 0
     */
    public static Precision of(double moved) {
        var least = BigDecimal.valueOf(moved);
        for (var power = FINEST; ; power = power.movePointRight(1)) {
            for (var rung : LADDER) {
                var step = rung.multiply(power);
                if (step.compareTo(least) >= 0) {
                    return new Precision(step);
                }
            }
        }
    }

    /** The figure to the nearest step. */
    public BigDecimal tell(double figure) {
        var steps = BigDecimal.valueOf(figure).divide(step, 0, RoundingMode.HALF_UP);
        return steps.multiply(step)
                .setScale(Math.max(0, step.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
    }
}
