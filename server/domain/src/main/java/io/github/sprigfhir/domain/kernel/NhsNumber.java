package io.github.sprigfhir.domain.kernel;

/**
 * An NHS number: ten digits whose last is a modulus 11 check digit (NHS Data Dictionary, NHS NUMBER).
 *
 * <p>It never prints itself: {@link #toString} shows the last two digits only, which some hundred million possible
 * numbers share. {@link #digits} is for storing and comparing.
 */
public final class NhsNumber {

    static final int LENGTH = 10;
    private static final String PLACEHOLDER = "0000000000";
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final String REMEDY =
            "Check the number with the person or the Personal Demographics Service, or leave it out.";

    private final String digits;

    private NhsNumber(String digits) {
        this.digits = digits;
    }

    /** Reads a number as people write it: ten digits, with spaces wherever they stand. */
    public static Parsed<NhsNumber> parse(String text) {
        String digits = withoutSpaces(text);
        if (!Texts.allDigits(digits)) {
            return Parsed.refused(
                    Reason.NHS_NUMBER_FORM,
                    "An NHS number is ten digits; this one holds a character that is not a digit.",
                    "Send the ten digits alone.");
        }
        if (digits.length() != LENGTH) {
            return Parsed.refused(
                    Reason.NHS_NUMBER_FORM,
                    "An NHS number is ten digits; this one has " + digits.length() + ".",
                    "Send all ten digits, or leave the number out.");
        }
        if (digits.equals(PLACEHOLDER)) {
            // It passes modulus 11, and would make one person of all who were sent with it (spec decision 3).
            return Parsed.refused(
                    Reason.NHS_NUMBER_PLACEHOLDER,
                    "Ten zeros are a placeholder, not an NHS number.",
                    "Leave the number out when it is not known.");
        }
        if (CheckDigits.modulus11Remainder(digits) != 0) {
            return Parsed.refused(
                    Reason.NHS_NUMBER_CHECK_DIGIT,
                    "The NHS number ending " + ending(digits) + " has a wrong check digit (modulus 11).",
                    REMEDY);
        }
        return new Parsed.Valid<>(new NhsNumber(digits));
    }

    /** The ten digits without spaces, the form in which FHIR stores the number. */
    public String digits() {
        return digits;
    }

    private static String withoutSpaces(String text) {
        return text.replace(" ", "").replace(String.valueOf(NO_BREAK_SPACE), "");
    }

    private static String ending(String digits) {
        return digits.substring(LENGTH - 2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NhsNumber that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "*** *** **" + ending(digits);
    }
}
