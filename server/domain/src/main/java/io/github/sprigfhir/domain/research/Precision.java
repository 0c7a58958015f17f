package io.github.sprigfhir.domain.research;

/** How finely days are shown, from fine to coarse. */
public enum Precision {
    DAY,
    WEEK,
    MONTH,
    YEAR,
    /** Not at all. */
    NONE;

    /** Whichever of the two shows less. */
    Precision orCoarser(Precision other) {
        return compareTo(other) < 0 ? other : this;
    }
}
