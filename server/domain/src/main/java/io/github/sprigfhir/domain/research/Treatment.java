package io.github.sprigfhir.domain.research;

import java.util.Set;

/** What becomes of an element in a copy. */
public enum Treatment {
    /** As it is: it can hold no more than a number, a yes or no, or a code to which FHIR binds it. */
    PLAIN,
    /** Of each coding that {@link KnownCodes} shows, its system and its code; never a display, a text or a version. */
    CODE,
    /** As {@link #CODE}, with the version where that has the form of a code ({@link KnownCodes#isToken}). */
    VERSIONED_CODE,
    /** The value, its comparator, and the system and code of its unit; all of it or nothing, by {@link KnownCodes}. */
    QUANTITY,
    /** As the person's {@link Timeline} shows it; of a period, either end. */
    DAY,
    /** To the copy of what it refers to, by its pseudonym, and nothing else of it; none where that is not copied. */
    REFERENCE,
    /** As {@link #PLAIN}, where the person's sex is shown ({@link Trait#SEX}). */
    SEX,
    /** As {@link #CODE}, where the person's ethnic category is shown ({@link Trait#ETHNICITY}). */
    ETHNICITY,
    /** As it is where {@link KnownCodes#isToken} holds. */
    TOKEN,
    /** As it is where {@link KnownCodes#showsQuestionnaire} holds; where it does not, nothing of the resource is copied. */
    QUESTIONNAIRE;

    /** Whether it is meant for a FHIR data type: of any other, more could come through than it says. */
    boolean fits(String dataType) {
        return dataTypes().contains(dataType);
    }

    private Set<String> dataTypes() {
        return switch (this) {
            case PLAIN -> Set.of("boolean", "integer", "decimal", "code");
            case CODE -> Set.of("Coding", "CodeableConcept");
            case VERSIONED_CODE, ETHNICITY -> Set.of("CodeableConcept");
            case QUANTITY -> Set.of("Quantity", "Duration");
            case DAY -> Set.of("date", "dateTime", "Period");
            case REFERENCE -> Set.of("Reference");
            case SEX -> Set.of("code");
            case TOKEN -> Set.of("string");
            case QUESTIONNAIRE -> Set.of("canonical");
        };
    }
}
