package io.github.sprigfhir.domain.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A time in which something holds.
 *
 * @param start its first instant; none if it always has
 * @param end the first instant after it; none if it goes on
 */
public record Span(Optional<Instant> start, Optional<Instant> end) {

    /** All time. */
    public static final Span ALWAYS = new Span(Optional.empty(), Optional.empty());

    boolean contains(Instant when) {
        return start.filter(first -> when.isBefore(first)).isEmpty()
                && end.filter(last -> !when.isBefore(last)).isEmpty();
    }

    Stream<Instant> edges() {
        return Stream.concat(start.stream(), end.stream());
    }
}
