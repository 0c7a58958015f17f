package io.github.sprigfhir.domain.kernel;

/**
 * The three check digit schemes of our identifiers; written out here because the domain's class path is plain Java, so
 * commons-validator and its like are not to be had.
 *
 * <p>Every text given must already have the right form; only the arithmetic happens here.
 */
final class CheckDigits {

    /** The multiplication table of the dihedral group D5, row by row (Verhoeff 1969). */
    private static final String MULTIPLICATION = "0123456789"
            + "1234067895"
            + "2340178956"
            + "3401289567"
            + "4012395678"
            + "5987604321"
            + "6598710432"
            + "7659821043"
            + "8765932104"
            + "9876543210";

    /** The eight permutations, one for each position from the right, then over again (Verhoeff 1969). */
    private static final String PERMUTATIONS = "0123456789"
            + "1576283094"
            + "5803796142"
            + "8916043527"
            + "9453126870"
            + "4286573901"
            + "2793806415"
            + "7046913258";

    private static final int PERMUTATION_CYCLE = 8;

    private CheckDigits() {}

    /**
     * The NHS number's modulus 11 remainder: weights 10 down to 1 over all ten digits; the number holds when it is 0.
     * A number whose check digit would have to be 10 can therefore never hold.
     */
    static int modulus11Remainder(String tenDigits) {
        int sum = 0;
        for (int i = 0; i < tenDigits.length(); i++) {
            sum += (tenDigits.length() - i) * digit(tenDigits, i);
        }
        return sum % 11;
    }

    /** Whether the last digit is the Verhoeff check digit of those before it. */
    static boolean verhoeffHolds(String digits) {
        int check = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digit(digits, digits.length() - 1 - fromRight);
            int permuted = digit(PERMUTATIONS, 10 * (fromRight % PERMUTATION_CYCLE) + digit);
            check = digit(MULTIPLICATION, 10 * check + permuted);
        }
        return check == 0;
    }

    /**
     * LOINC's modulus 10 check digit of what stands before the hyphen. A letter (of LA, LG, LL, LP) counts by its
     * distance from the character 0, as the LOINC Users' Guide, section 12 C, prescribes for such identifiers.
     */
    static int loincCheckDigit(String body) {
        int sum = 0;
        for (int fromRight = 0; fromRight < body.length(); fromRight++) {
            int value = digit(body, body.length() - 1 - fromRight);
            sum += fromRight % 2 == 0 ? 2 * value - value / 5 * 9 : value;
        }
        return (10 - sum % 10) % 10;
    }

    /** The digit at a place, or a letter's distance from the character 0. */
    static int digit(String text, int index) {
        return text.charAt(index) - '0';
    }
}
