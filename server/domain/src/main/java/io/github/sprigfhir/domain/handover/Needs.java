package io.github.sprigfhir.domain.handover;

/** What a move must bring with it. */
public enum Needs {
    NOTHING,
    /** Why it is rejected, held, failed or cancelled. */
    REASON,
    /** What came of it. */
    OUTPUT;

    /** The need in a sentence, such as "with a reason"; empty for nothing. */
    public String inWords() {
        return switch (this) {
            case NOTHING -> "";
            case REASON -> "with a reason";
            case OUTPUT -> "with an output";
        };
    }
}
