package io.github.sprigfhir.benchmark.agreement;

/**
 * Two things on record that cannot both be true.
 *
 * @param about type and id of the resource that gives it away
 */
public record Disagreement(Kind kind, String about, String text) {

    /** What can be wrong with a record. */
    public enum Kind {
        VERSION_MISSING,
        MOVE_NOT_IN_TABLE,
        OWNER_CHANGED,
        PROVENANCE_COUNT,
        PROVENANCE_MOVES,
        REQUEST_STATUS,
        REQUEST_REOPENED,
        LIFECYCLE,
        FEEDBACK
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(kind, about, text);
    }
}
