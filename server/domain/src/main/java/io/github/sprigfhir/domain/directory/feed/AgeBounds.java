package io.github.sprigfhir.domain.directory.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The ages in completed years that a service is for, both included; a bound that is not there is open. */
public record AgeBounds(Optional<Integer> lowest, Optional<Integer> highest) {

    private static final BigDecimal OLDEST = BigDecimal.valueOf(150);

    /** Bounds that leave nobody out. */
    public static final AgeBounds NONE = new AgeBounds(Optional.empty(), Optional.empty());

    /**
     * Reads two numbers of a feed; half a year counts for the person at the lower bound, who must have completed the
     * whole year, and against nobody at the upper.
     *
     * @return nothing where they cannot be ages, or leave everybody out
     */
    public static Optional<AgeBounds> of(Optional<BigDecimal> lowest, Optional<BigDecimal> highest) {
        if (lowest.filter(AgeBounds::isNoAge).isPresent()
                || highest.filter(AgeBounds::isNoAge).isPresent()) {
            return Optional.empty();
        }
        Optional<Integer> low =
                lowest.map(age -> age.setScale(0, RoundingMode.CEILING).intValue());
        Optional<Integer> high = highest.map(BigDecimal::intValue);
        return low.isPresent() && high.isPresent() && low.get() > high.get()
                ? Optional.empty()
                : Optional.of(new AgeBounds(low, high));
    }

    private static boolean isNoAge(BigDecimal age) {
        return age.signum() < 0 || age.compareTo(OLDEST) > 0;
    }
}
