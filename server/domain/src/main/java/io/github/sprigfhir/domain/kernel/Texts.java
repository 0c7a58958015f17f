package io.github.sprigfhir.domain.kernel;

/** How a value that was sent is read character by character, and how it may be named in a refusal. */
final class Texts {

    /** Longer than any code we know; what is longer is described, not repeated. */
    private static final int LONGEST_QUOTED = 18;

    private Texts() {}

    /** The digits 0 to 9 only; {@link Character#isDigit} would let every script's digits pass. */
    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetter(char character) {
        return isUpper(character) || isLower(character);
    }

    static boolean isUpper(char character) {
        return character >= 'A' && character <= 'Z';
    }

    static boolean isLower(char character) {
        return character >= 'a' && character <= 'z';
    }

    static boolean allDigits(String text) {
        return text.chars().allMatch(character -> isDigit((char) character));
    }

    /**
     * Names a code in a refusal. What cannot be a code, or could be somebody's NHS number in the wrong place, is
     * described instead, because refusals are logged and sent about.
     */
    static String name(String code) {
        boolean codeLike = !code.isEmpty()
                && code.length() <= LONGEST_QUOTED
                && code.chars().allMatch(c -> isDigit((char) c) || isLetter((char) c) || c == '-');
        if (!codeLike) {
            return "a value of " + code.length() + " characters";
        }
        return couldBeAnNhsNumber(code) ? "a value that could be an NHS number" : code;
    }

    private static boolean couldBeAnNhsNumber(String code) {
        String digits = code.replaceAll("[^0-9]", "");
        return digits.length() == NhsNumber.LENGTH && CheckDigits.modulus11Remainder(digits) == 0;
    }
}
