package io.github.sprigfhir.domain.kernel;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A LOINC code: 1 to 7 digits, a hyphen and a modulus 10 check digit; answers (LA), groups (LG), answer lists (LL) and
 * parts (LP) bear their two letters before the digits (LOINC Users' Guide, section 12 C).
 */
public final class LoincCode {

    private static final Pattern FORM = Pattern.compile("(L[AGLP])?[0-9]{1,7}-[0-9]");

    /** Published with a wrong check digit and since deprecated; the Users' Guide lists these fourteen. */
    private static final Set<String> PUBLISHED_WRONG = Set.of(
            "11491-6", "11501-6", "5895-7", "5896-5", "5897-3", "5928-1", "6028-3", "6415-5", "6580-7", "6645-7",
            "6646-5", "6647-3", "6648-1", "6649-9");

    private final String value;

    private LoincCode(String value) {
        this.value = value;
    }

    /** Reads a code exactly as LOINC writes it. */
    public static Parsed<LoincCode> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Parsed.refused(
                    Reason.LOINC_FORM,
                    "A LOINC code is up to seven digits, a hyphen and a check digit, which " + Texts.name(text)
                            + " is not.",
                    "Send the code as LOINC publishes it, such as 44261-6.");
        }
        if (!checkDigitHolds(text) && !PUBLISHED_WRONG.contains(text)) {
            return Parsed.refused(
                    Reason.LOINC_CHECK_DIGIT,
                    "The LOINC code " + Texts.name(text) + " has a wrong check digit (modulus 10).",
                    "Take the code from LOINC again.");
        }
        return new Parsed.Valid<>(new LoincCode(text));
    }

    /** The code with its hyphen and check digit. */
    public String value() {
        return value;
    }

    private static boolean checkDigitHolds(String code) {
        int hyphen = code.length() - 2;
        return CheckDigits.loincCheckDigit(code.substring(0, hyphen)) == CheckDigits.digit(code, hyphen + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoincCode that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
