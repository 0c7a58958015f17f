package io.github.sprigfhir.domain.directory.feed;

/**
 * Whether services that a feed no longer has are retired.
 *
 * <p>The threat: a feed that answers with an empty or broken list, by accident or to do harm, would end every service
 * of its directory at once.
 *
 * <p>The rule: only after a run that read the feed whole, and only up to a share of what was known.
 */
public sealed interface Retirement {

    /** They are made inactive. */
    record Retired() implements Retirement {}

    /** They stay as they are; the sentence says why. */
    record Kept(String why) implements Retirement {}

    /**
     * Decides after a run.
     *
     * @param whole whether everything that the feed has was read
     * @param known how many active services of the feed there were before
     * @param gone how many of them the feed has no longer
     * @param mostPercent of those known that may go at once
     */
    static Retirement decide(boolean whole, long known, long gone, int mostPercent) {
        if (!whole) {
            return new Kept("The feed was not read to its end, so nothing is retired.");
        }
        return gone * 100 > known * mostPercent
                ? new Kept(("%d of %d services are gone from the feed, more than %d percent, so none is retired. "
                                + "If they are gone indeed, allow it with --retire-all or retire-at-most.")
                        .formatted(gone, known, mostPercent))
                : new Retired();
    }
}
