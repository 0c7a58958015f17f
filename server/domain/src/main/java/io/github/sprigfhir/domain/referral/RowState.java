package io.github.sprigfhir.domain.referral;

/** How a record stands to a row of the standard. */
public enum RowState {
    PRESENT("present"),
    /** What is there says that there is nothing, such as that no risk is known. */
    NONE_STATED("none-stated"),
    MISSING("missing"),
    /** It belongs to something that is not there itself, or that is said to be none. */
    NOT_ASKED("not-asked");

    private final String code;

    RowState(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
