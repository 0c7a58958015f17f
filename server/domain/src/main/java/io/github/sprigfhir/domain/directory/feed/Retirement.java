package io.github.sprigfhir.domain.directory.feed;

/**
 * Whether services that a feed no longer has are retired.
 *
 * <p>The threat: a feed that answers with an empty or broken list, by accident or to do harm, would end every service
 * of its directory at once.
 *
 * <p>The rule: only after a run that read the feed whole; not where nothing is left of it; and not where those that are
 * gone are both many and a large share of what was known. Whoever asks for all to be retired has looked.
 */
public sealed interface Retirement {

    /** They are made inactive. */
    record Retired() implements Retirement {}

    /** They stay as they are; the sentence says why. */
    record Kept(String why) implements Retirement {}

    /**
     * How much may go at once.
     *
     * @param percent of the services that were known
     * @param few a number of services that may go whatever share that is, so that small feeds can shrink
     */
    record Most(int percent, int few) {

        /** Everything: for a run of which somebody has said so. */
        public static final Most ALL = new Most(100, Integer.MAX_VALUE);
    }

    /**
     * Decides after a run.
     *
     * @param whole whether everything that the feed has was read
     * @param known how many active services of the feed there were before
     * @param gone how many of them the feed has no longer
     * @param most how many may go at once
     */
    static Retirement decide(boolean whole, long known, long gone, Most most) {
        if (!whole) {
            return new Kept("The feed was not read to its end, so nothing is retired.");
        }
        if (gone == 0 || most.equals(Most.ALL)) {
            return new Retired();
        }
        if (gone >= known) {
            return new Kept(("Nothing of what the feed had (%d services) is in it now, so none is retired. If they are "
                            + "gone indeed, ask for a run with retire-all.")
                    .formatted(known));
        }
        return gone > most.few() && gone * 100 > known * most.percent()
                ? new Kept(("%d of %d services are gone from the feed, more than %d and more than %d percent, so none "
                                + "is retired. If they are gone indeed, ask for a run with retire-all.")
                        .formatted(gone, known, most.few(), most.percent()))
                : new Retired();
    }
}
