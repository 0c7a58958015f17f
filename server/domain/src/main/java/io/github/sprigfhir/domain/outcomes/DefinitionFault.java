package io.github.sprigfhir.domain.outcomes;

/**
 * What makes the definition of a score unfit to score by.
 *
 * @param part what of it is wrong
 * @param text one plain English sentence
 */
public record DefinitionFault(Part part, String text) {

    /** A part of a definition. */
    public enum Part {
        CODE,
        RANGE,
        BANDS,
        RELIABLE_CHANGE,
        SCORING,
        ITEMS,
        MAY_MISS
    }
}
