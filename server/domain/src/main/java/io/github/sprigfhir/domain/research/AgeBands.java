package io.github.sprigfhir.domain.research;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Ages told by bands, such as 35-44.
 *
 * @param firstYears the first year of each band but the youngest, which begins at 0; rising, and one at least
 */
public record AgeBands(List<Integer> firstYears) {

    public AgeBands {
        firstYears = List.copyOf(firstYears);
        var years = firstYears;
        var rise = !years.isEmpty()
                && years.get(0) > 0
                && IntStream.range(1, years.size()).allMatch(at -> years.get(at - 1) < years.get(at));
        if (!rise) {
            throw new IllegalArgumentException("the first years of age bands rise, from 1 or more");
        }
    }

    /**
     * The band of somebody's age, such as 0-17 or 85 and over.
     *
     * @param years completed; none where it is under 0, which is nobody's age
     */
    public Optional<String> of(int years) {
        if (years < 0) {
            return Optional.empty();
        }
        var next = firstYears.stream().filter(first -> first > years).findFirst();
        var from = firstYears.stream().filter(first -> first <= years).reduce(0, Math::max);
        return Optional.of(next.map(first -> "%d-%d".formatted(from, first - 1)).orElse(from + " and over"));
    }
}
