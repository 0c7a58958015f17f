package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What somebody said to a question of a form.
 *
 * @param linkId the question's, as it was sent
 * @param answer none where the question was left open
 */
public record Reply(String linkId, Optional<Answer> answer) {

    /** An answer as it was sent. */
    public sealed interface Answer {}

    /** One of a list. */
    public record Chosen(Coded code) implements Answer {}

    /** A number. */
    public record Counted(BigDecimal number) implements Answer {}

    /** What no question of an instrument is answered by. */
    public record Other() implements Answer {}
}
