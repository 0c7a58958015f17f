package io.github.sprigfhir.domain.outcomes;

/**
 * A code by which an instrument, a score or an item is known.
 *
 * @param system the URI of its code system
 */
public record Coded(String system, String code) {

    @Override
    public String toString() {
        return system + "|" + code;
    }
}
