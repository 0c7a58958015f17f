package io.github.sprigfhir.domain.kernel;

/** What is told of a count of people. */
public sealed interface ShownCount {

    /** Some, but so few that a person might be found among them: how many is not told. */
    record Masked() implements ShownCount {}

    /**
     * About so many, or none.
     *
     * @param count rounded
     */
    record About(int count) implements ShownCount {}
}
