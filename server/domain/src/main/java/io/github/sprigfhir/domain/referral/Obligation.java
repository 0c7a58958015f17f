package io.github.sprigfhir.domain.referral;

/** How much the Social Prescribing Information Standard asks for a row. */
public enum Obligation {
    /** Must be there. */
    MANDATORY("mandatory", "M"),
    /** Must be sent where it is known. */
    REQUIRED("required", "R"),
    /** May be sent. */
    OPTIONAL("optional", "");

    private final String code;
    private final String letter;

    Obligation(String code, String letter) {
        this.code = code;
        this.letter = letter;
    }

    /** By the standard's letter; what has none is optional. */
    public static Obligation ofLetter(String letter) {
        for (var obligation : values()) {
            if (obligation.letter.equals(letter)) {
                return obligation;
            }
        }
        return OPTIONAL;
    }

    public String code() {
        return code;
    }
}
