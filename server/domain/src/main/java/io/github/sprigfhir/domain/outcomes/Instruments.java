package io.github.sprigfhir.domain.outcomes;

import java.util.Collection;
import java.util.List;

/** Every instrument that is known; one that is not here cannot be recorded. */
public record Instruments(List<Instrument> all) {

    public Instruments {
        all = List.copyOf(all);
    }

    /** Its versions that are known. */
    List<Instrument> versionsOf(Collection<Coded> sent) {
        return all.stream()
                .filter(instrument -> sent.contains(instrument.code()))
                .toList();
    }
}
