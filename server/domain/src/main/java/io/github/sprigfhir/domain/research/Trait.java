package io.github.sprigfhir.domain.research;

/** What a person has in common with others, and is shown by. */
public enum Trait {
    AGE_BAND,
    SEX,
    ETHNICITY,
    /** The small area in which they live. */
    AREA,
    /** How deprived that area is. */
    DECILE
}
