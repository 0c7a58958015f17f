package io.github.sprigfhir.domain.audit;

/** How an answered request goes on record, so that everything does and nobody can fill the disk (spec decision 41). */
public enum Recording {
    /** An event of its own. */
    EACH,
    /** The first at once; those like it within the minute as one event that says how many. */
    COUNTED,
    /** No event: the server's description of itself, which is nobody's record. */
    NOT;

    private static final int TOO_MANY = 429;

    /**
     * How one request is recorded.
     *
     * @param known whether the sender is known, or need not be
     */
    public static Recording of(Interaction interaction, int status, boolean known) {
        if (interaction == Interaction.CAPABILITIES) {
            return NOT;
        }
        return !known || status == TOO_MANY ? COUNTED : EACH;
    }
}
