package io.github.sprigfhir.domain.outcomes;

/** What the owner of an instrument lets a server do with its text. */
public enum Licence {
    /** Its questions may be shown and sent. */
    EMBED("embed"),
    /** They may, once the operator has seen to it and says whom to name. */
    SWITCHABLE("switchable"),
    /** Scores alone may be recorded; no question, and no answer in words. */
    SCORE_ONLY("score-only");

    private final String code;

    Licence(String code) {
        this.code = code;
    }

    /** As in the property licence-use of the code system outcome-instrument. */
    public String code() {
        return code;
    }
}
