package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody answered.
 *
 * @param values the answer by a code of its item; an item that is not there was not answered
 */
public record Answers(Map<Coded, BigDecimal> values) {

    public Answers {
        values = Map.copyOf(values);
    }

    Optional<BigDecimal> to(Item item) {
        return item.allCodes()
                .flatMap(code -> Optional.ofNullable(values.get(code)).stream())
                .findFirst();
    }
}
