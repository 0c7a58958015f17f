package io.github.sprigfhir.domain.feedback;

import io.github.sprigfhir.domain.handover.HandoverState;
import java.util.List;
import java.util.Optional;

/**
 * How something that was asked for has ended, in words for whoever asked.
 *
 * @param state an end of the handover table
 * @param reason why, in words; where one was given
 * @param said what the service says came of it, in its own words
 */
public record Ending(HandoverState state, Optional<String> reason, List<String> said) {

    public Ending {
        if (!state.hasEnded()) {
            throw new IllegalArgumentException("what is " + state + " has not ended");
        }
        said = List.copyOf(said);
    }

    /** A few plain sentences. */
    public String text() {
        var text = new StringBuilder(opening());
        reason.ifPresent(why -> text.append(" Reason: ").append(why).append(why.endsWith(".") ? "" : "."));
        said.forEach(words -> text.append(' ').append(words));
        return text.toString();
    }

    private String opening() {
        return switch (state) {
            case COMPLETED -> "This was completed.";
            case REJECTED -> "This was not taken on.";
            case FAILED -> "This ended before it was completed.";
            case CANCELLED -> "This was cancelled.";
            case REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS, ON_HOLD ->
                throw new IllegalStateException("what is " + state + " has not ended");
        };
    }
}
