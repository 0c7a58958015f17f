package io.github.sprigfhir.domain.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a retired UK Core code system whose successor says the same thing in the same words: NHS number
 * verification status, England.
 *
 * <p>Ethnic category is retired too, but its successor words its letters differently, so it is left to the sender (spec
 * decision 7).
 */
final class RetiredCodes {

    private static final Map<String, String> NHS_NUMBER_STATUS = Map.of(
            "number-present-and-verified", "01",
            "number-present-but-not-traced", "02",
            "trace-required", "03",
            "trace-attempted", "04",
            "trace-needs-to-be-resolved", "05",
            "trace-in-progress", "06",
            "number-not-present-and-trace-not-required", "07",
            "trace-postponed", "08");

    private RetiredCodes() {}

    /** The present code for a retired one, or null where the successor has none (the Welsh one). */
    static @Nullable String nhsNumberStatus(String retired) {
        return NHS_NUMBER_STATUS.get(retired);
    }
}
