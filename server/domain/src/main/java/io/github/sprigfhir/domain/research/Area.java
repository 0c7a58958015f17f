package io.github.sprigfhir.domain.research;

/** How much of where people live a project may see, at the most. */
public enum Area {
    NONE,
    /** The tenth of all areas, by deprivation, in which theirs is. */
    DECILE,
    /** The area itself, of about 1,500 people, and its decile. */
    SMALL_AREA;

    /** Whether the project may see the trait, as far as this decides about it. */
    boolean allows(Trait trait) {
        return switch (trait) {
            case AREA -> this == SMALL_AREA;
            case DECILE -> this != NONE;
            case AGE_BAND, SEX, ETHNICITY -> true;
        };
    }
}
