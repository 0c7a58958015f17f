package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A question of an instrument, whose answer is a whole number.
 *
 * @param codes all by which it is known, ours first
 * @param low the least answer
 * @param high the most
 * @param alert which answers must be looked at at once, if any
 */
public record Item(List<Coded> codes, int low, int high, Optional<Alert> alert) {

    public Item {
        codes = List.copyOf(codes);
    }

    /** One whose answers alarm nobody. */
    public Item(List<Coded> codes, int low, int high) {
        this(codes, low, high, Optional.empty());
    }

    /** Whether somebody can have answered this. */
    public boolean takes(BigDecimal answer) {
        return answer.stripTrailingZeros().scale() <= 0
                && answer.compareTo(BigDecimal.valueOf(low)) >= 0
                && answer.compareTo(BigDecimal.valueOf(high)) <= 0;
    }

    /** What must be seen at once of this answer. */
    Optional<Alert> raisedBy(BigDecimal answer) {
        return alert.filter(raised -> answer.compareTo(BigDecimal.valueOf(raised.above())) > 0);
    }

    boolean isKnownBy(List<Coded> sent) {
        return sent.stream().anyMatch(codes::contains);
    }

    /** Such as "0 to 3". */
    String range() {
        return low + " to " + high;
    }

    Stream<Coded> allCodes() {
        return codes.stream();
    }
}
