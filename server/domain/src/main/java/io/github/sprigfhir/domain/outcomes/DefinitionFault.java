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
        CODE("measure-code"),
        RANGE("measure-range"),
        BANDS("measure-bands"),
        RELIABLE_CHANGE("measure-reliable-change"),
        SCORING("measure-scoring"),
        ITEMS("measure-items"),
        MAY_MISS("measure-may-miss");

        private final String key;

        Part(String key) {
            this.key = key;
        }

        /** The rule that is broken, for whoever keeps the definition. */
        public String key() {
            return key;
        }
    }
}
