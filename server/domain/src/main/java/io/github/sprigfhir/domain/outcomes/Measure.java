package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * One score that an instrument gives.
 *
 * @param codes all by which it is known, ours first
 * @param title what people call it
 */
public record Measure(List<Coded> codes, String title, Scale scale, Meaning meaning, Scoring scoring) {

    public Measure {
        codes = List.copyOf(codes);
    }

    /** The score that these answers give, with the arithmetic, or why they give none. */
    public Score score(Answers answers) {
        return scoring.score(answers);
    }

    /** The named part of the scale that a value belongs to. */
    public Optional<Band> band(BigDecimal value) {
        return meaning.bands().stream().filter(band -> band.holds(value)).findFirst();
    }

    /** What in the answers somebody must look at at once, whatever the score; each risk once. */
    public List<Alert> alerts(Answers answers) {
        var raised = new LinkedHashMap<Coded, Alert>();
        scoring.items().stream()
                .flatMap(item -> answers.to(item).flatMap(item::raisedBy).stream())
                .forEach(alert -> raised.putIfAbsent(alert.risk(), alert));
        return List.copyOf(raised.values());
    }

    /** What became of somebody from one assessment to a later one. */
    public Change change(BigDecimal first, BigDecimal last) {
        return Change.of(meaning, first, last);
    }

    boolean isKnownBy(List<Coded> sent) {
        return sent.stream().anyMatch(codes::contains);
    }
}
