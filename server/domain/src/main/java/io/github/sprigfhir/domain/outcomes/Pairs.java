package io.github.sprigfhir.domain.outcomes;

/**
 * What was measured of some episodes, the first and the last score of each, before it is decided how much of it is told.
 *
 * @param measured episodes with at least one score
 * @param paired those with a first and a later one; the rest have no follow-up
 * @param before the first scores of the paired
 * @param after their last scores
 * @param change last less first
 * @param better how many changed for the better, by as much as is held to be reliable where that is known
 * @param worse the same for the worse
 */
public record Pairs(
        long measured, long paired, Moments before, Moments after, Moments change, long better, long worse) {

    public static final Pairs NONE = new Pairs(0, 0, Moments.NONE, Moments.NONE, Moments.NONE, 0, 0);

    public Pairs {
        if (paired < 0 || measured < paired || better < 0 || worse < 0 || better + worse > paired) {
            throw new IllegalArgumentException("parts of a count are not more than it");
        }
    }

    /** How many neither got better nor worse. */
    long same() {
        return paired - better - worse;
    }

    public Pairs plus(Pairs others) {
        return new Pairs(
                measured + others.measured,
                paired + others.paired,
                before.plus(others.before),
                after.plus(others.after),
                change.plus(others.change),
                better + others.better,
                worse + others.worse);
    }
}
