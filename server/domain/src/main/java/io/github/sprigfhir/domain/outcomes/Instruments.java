package io.github.sprigfhir.domain.outcomes;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Every instrument that is known; one that is not here cannot be recorded. */
public record Instruments(List<Instrument> all) {

    public Instruments {
        all = List.copyOf(all);
    }

    /** The score that one of these codes names, of the first version that is known; none where nobody knows it. */
    public Optional<Measure> measureOf(Collection<Coded> sent) {
        return all.stream()
                .flatMap(instrument -> instrument.measures().stream())
                .filter(measure -> measure.isKnownBy(List.copyOf(sent)))
                .findFirst();
    }

    /** Its versions that are known. */
    List<Instrument> versionsOf(Collection<Coded> sent) {
        return all.stream()
                .filter(instrument -> sent.contains(instrument.code()))
                .toList();
    }
}
