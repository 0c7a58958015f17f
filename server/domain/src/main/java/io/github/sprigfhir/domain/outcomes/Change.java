package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;

/**
 * What became of somebody from one assessment to a later one.
 *
 * @param difference the later value less the earlier
 * @param kind what that is worth
 */
public record Change(BigDecimal difference, Kind kind) {

    /** What a difference is worth; of a measure, either the first three are possible or the last three. */
    public enum Kind {
        RELIABLY_BETTER("reliably-better"),
        NO_RELIABLE_CHANGE("no-reliable-change"),
        RELIABLY_WORSE("reliably-worse"),
        BETTER("better"),
        SAME("same"),
        WORSE("worse");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As in the code system outcome-change. */
        public String code() {
            return code;
        }
    }

    static Change of(Meaning meaning, BigDecimal first, BigDecimal last) {
        var difference = last.subtract(first);
        var gain = meaning.direction() == Direction.HIGHER_BETTER ? difference : difference.negate();
        return new Change(
                difference,
                meaning.reliableChange()
                        .map(threshold -> reliably(gain, threshold))
                        .orElseGet(() -> plainly(gain.signum())));
    }

    /** A difference as large as the threshold is reliable (NHS England, mental health monthly statistics). */
    private static Kind reliably(BigDecimal gain, BigDecimal threshold) {
        if (gain.abs().compareTo(threshold) < 0) {
            return Kind.NO_RELIABLE_CHANGE;
        }
        return gain.signum() > 0 ? Kind.RELIABLY_BETTER : Kind.RELIABLY_WORSE;
    }

    private static Kind plainly(int gain) {
        if (gain == 0) {
            return Kind.SAME;
        }
        return gain > 0 ? Kind.BETTER : Kind.WORSE;
    }
}
