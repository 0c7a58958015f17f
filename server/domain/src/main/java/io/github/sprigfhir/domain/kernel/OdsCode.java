package io.github.sprigfhir.domain.kernel;

import java.util.Locale;

/**
 * The code of an organisation or a site in the Organisation Data Service: 3 to 10 capital letters and digits.
 *
 * <p>Form only: ODS codes have no check digit, so whether one is in use only the service itself can say (spec decision
 * 4).
 */
public final class OdsCode {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 10;

    private final String value;

    private OdsCode(String value) {
        this.value = value;
    }

    /** Reads a code in either case. */
    public static Parsed<OdsCode> parse(String text) {
        boolean wellFormed = text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> Texts.isDigit((char) c) || Texts.isLetter((char) c));
        if (!wellFormed) {
            return Parsed.refused(
                    Reason.ODS_CODE_FORM,
                    "An ODS code is 3 to 10 letters and digits, which " + Texts.name(text) + " is not.",
                    "Look the organisation up in the Organisation Data Service and send its code.");
        }
        return new Parsed.Valid<>(new OdsCode(text.toUpperCase(Locale.ROOT)));
    }

    /** The code in capitals. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OdsCode that && value.equals(that.value);
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
