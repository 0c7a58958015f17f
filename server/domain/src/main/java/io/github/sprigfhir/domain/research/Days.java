package io.github.sprigfhir.domain.research;

/** In which form a project may see days, at the finest. */
public enum Days {
    /** The week in which something was, by its Monday. */
    WEEKS(Precision.WEEK),
    /**
     * How many days it was after the first day on record about the person, which is told as 1 January of its year; so that
     * intervals are true, and no day is.
     */
    SINCE_FIRST(Precision.DAY);

    private final Precision finest;

    Days(Precision finest) {
        this.finest = finest;
    }

    Precision finest() {
        return finest;
    }
}
