package io.github.sprigfhir.domain.outcomes;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * How large a change in scores is.
 *
 * <p>With M and SD of the paired scores and n pairs, the interval is M(change) ± t(0.975, n - 1) · SD(change) / √n; d_z is
 * M(change) / SD(change), d_av is M(change) / ((SD(before) + SD(after)) / 2) (Lakens 2013, doi:10.3389/fpsyg.2013.00863,
 * equations 7 and 10), and d_b is M(change) / SD(before) (domain facts, section 8).
 *
 * @param before mean of the first scores
 * @param after mean of the last
 * @param change mean of last less first
 * @param low where the 95 % confidence interval of the mean change begins
 * @param high where it ends
 * @param ofDifferences d_z; none where all changed by the same
 * @param ofAverage d_av; none where nobody differs from another
 * @param ofBaseline d_b; none where all began alike
 */
public record Effect(
        double before,
        double after,
        double change,
        double low,
        double high,
        OptionalDouble ofDifferences,
        OptionalDouble ofAverage,
        OptionalDouble ofBaseline) {

    private static final double HALF = 0.5;

    /**
     * Reckons it.
     *
     * @param pairs two at least
     * @param t the quantile 0.975 of Student's t by degrees of freedom
     */
    public static Effect of(Pairs pairs, IntToDoubleFunction t) {
        var n = pairs.paired();
        var change = pairs.change().mean(n);
        var spread = pairs.change().deviation(n);
        var atFirst = pairs.before().deviation(n);
        var atLast = pairs.after().deviation(n);
        var reach = t.applyAsDouble(Math.toIntExact(n - 1)) * spread / Math.sqrt((double) n);
        return new Effect(
                pairs.before().mean(n),
                pairs.after().mean(n),
                change,
                change - reach,
                change + reach,
                size(change, spread),
                size(change, HALF * (atFirst + atLast)),
                size(change, atFirst));
    }

    private static OptionalDouble size(double change, double deviation) {
        return deviation > 0 ? OptionalDouble.of(change / deviation) : OptionalDouble.empty();
    }
}
