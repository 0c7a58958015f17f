package io.github.sprigfhir.app.platform.writing;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Knows numbers that would cost more than any measurement is worth, or would change when they are stored: HAPI writes
 * exponents out, so that 1E2 with its one digit becomes 100 with three (spec decision 43).
 */
public final class Numbers {

    /** What is wrong with the number, for its sender. */
    public static final String FAULT =
            "A number has more than 40 digits when it is written out, or an exponent that would invent digits.";

    private static final int LONGEST = 60;
    private static final int MOST_DIGITS = 40;
    private static final Pattern HUGE_EXPONENT = Pattern.compile(".*[eE][-+]?\\d{3,}");

    private Numbers() {}

    /** Whether a number, written as JSON and XML write them, is to be refused. */
    public static boolean isAbsurd(String number) {
        return number.length() > LONGEST || HUGE_EXPONENT.matcher(number).matches() || isAbsurd(new BigDecimal(number));
    }

    static boolean isAbsurd(BigDecimal number) {
        return number.scale() < 0 || Math.max(number.precision(), number.scale()) > MOST_DIGITS;
    }
}
