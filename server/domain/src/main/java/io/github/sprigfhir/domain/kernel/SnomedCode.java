package io.github.sprigfhir.domain.kernel;

/**
 * A SNOMED CT concept id: 6 to 18 digits, of which the last is a Verhoeff check digit and the two before it say what
 * the id names (SNOMED CT Release File Specifications, SCTID). Whether the concept exists, only an edition can say.
 */
public final class SnomedCode {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 18;
    /** One digit of item, seven of namespace, two of partition, one of check. */
    private static final int SHORTEST_WITH_NAMESPACE = 11;

    private static final int DIGITS_A_SPREADSHEET_KEEPS = 15;
    private static final String CONCEPT = "00";
    private static final String CONCEPT_WITH_NAMESPACE = "10";

    private final String value;

    private SnomedCode(String value) {
        this.value = value;
    }

    /** Reads a concept id; expressions and description ids are refused (spec decisions 5 and 6). */
    public static Parsed<SnomedCode> parse(String text) {
        if (!hasForm(text)) {
            return Parsed.refused(
                    Reason.SNOMED_FORM,
                    "A SNOMED CT concept id is 6 to 18 digits and does not begin with 0, which " + Texts.name(text)
                            + " is not.",
                    "Send one concept id; terms and post-coordinated expressions are not taken.");
        }
        if (!CheckDigits.verhoeffHolds(text)) {
            return lostToASpreadsheet(text) ? spreadsheetRefusal(text) : checkDigitRefusal(text);
        }
        if (!isConcept(text)) {
            return Parsed.refused(
                    Reason.SNOMED_NOT_A_CONCEPT,
                    "The SNOMED CT id " + Texts.name(text) + " names a description, a relationship or something else "
                            + "that is not a concept.",
                    "Send the id of the concept, not of one of its descriptions.");
        }
        return new Parsed.Valid<>(new SnomedCode(text));
    }

    /** The id as digits. */
    public String value() {
        return value;
    }

    private static boolean hasForm(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST && Texts.allDigits(text) && text.charAt(0) != '0';
    }

    private static boolean isConcept(String id) {
        String partition = id.substring(id.length() - 3, id.length() - 1);
        return partition.equals(CONCEPT)
                || (partition.equals(CONCEPT_WITH_NAMESPACE) && id.length() >= SHORTEST_WITH_NAMESPACE);
    }

    private static boolean lostToASpreadsheet(String id) {
        return id.length() > DIGITS_A_SPREADSHEET_KEEPS
                && id.chars().skip(DIGITS_A_SPREADSHEET_KEEPS).allMatch(digit -> digit == '0');
    }

    private static Parsed<SnomedCode> spreadsheetRefusal(String id) {
        return Parsed.refused(
                Reason.SNOMED_CHECK_DIGIT,
                "The SNOMED CT id " + Texts.name(id) + " has a wrong check digit, and every digit after the "
                        + DIGITS_A_SPREADSHEET_KEEPS + "th is 0, as when a spreadsheet has stored the id as a number.",
                "Take the id from its source again, and keep it as text.");
    }

    private static Parsed<SnomedCode> checkDigitRefusal(String id) {
        return Parsed.refused(
                Reason.SNOMED_CHECK_DIGIT,
                "The SNOMED CT id " + Texts.name(id) + " has a wrong check digit (Verhoeff).",
                "Take the id from its source again.");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SnomedCode that && value.equals(that.value);
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
