package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a score says.
 *
 * @param direction which way is better
 * @param bands the named parts of the scale, from the least up; none where its owner or publisher names none
 * @param reliableChange the least difference that is more than chance, by a source that the registry names; none where
 *     no official one is known
 */
public record Meaning(Direction direction, List<Band> bands, Optional<BigDecimal> reliableChange) {

    public Meaning {
        bands = List.copyOf(bands);
    }
}
