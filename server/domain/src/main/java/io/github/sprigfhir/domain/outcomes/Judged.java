package io.github.sprigfhir.domain.outcomes;

import io.github.sprigfhir.domain.outcomes.Submitted.Amount;
import io.github.sprigfhir.domain.outcomes.Submitted.SentItem;
import java.math.BigDecimal;
import java.util.Optional;

/** An outcome that was sent, and the score that it says it is. */
record Judged(Submitted sent, Instrument instrument, Measure measure) {

    Scale scale() {
        return measure.scale();
    }

    Optional<BigDecimal> value() {
        return sent.amount().map(Amount::value);
    }

    Optional<Item> item(SentItem wanted) {
        return measure.scoring().items().stream()
                .filter(item -> item.isKnownBy(wanted.codes()))
                .findFirst();
    }

    boolean hasAnswers() {
        return sent.items().stream().anyMatch(item -> item.answer().isPresent());
    }

    /** Whether its items, whatever they are, do not say what the score is. */
    boolean ownerScores() {
        return measure.scoring() instanceof Scoring.Given given && given.items().size() != 1;
    }

    Answers answers() {
        return sent.answers();
    }

    /** Whether a value was sent, and is this one. */
    boolean isWorth(BigDecimal value) {
        return value().filter(sentValue -> sentValue.compareTo(value) == 0).isPresent();
    }
}
