package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.List;

/** How numbers are written for people. */
final class Words {

    private Words() {}

    /** Without noughts that say nothing, and never with an exponent. */
    static String of(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Such as "1, 2 and 5". */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
