package io.github.sprigfhir.domain.directory;

import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a scheme asks of providers.
 *
 * @param demands what each level asks beyond the levels below it
 * @param longest how long evidence counts at most, whatever it says itself
 * @param warning how long before its end it has to be given again
 */
public record AssurancePolicy(Map<AssuranceLevel, Demand> demands, Period longest, Period warning) {

    public AssurancePolicy {
        demands = Map.copyOf(new EnumMap<>(demands));
        for (var level : AssuranceLevel.values()) {
            if (!demands.containsKey(level)) {
                throw new IllegalArgumentException("Level " + level.code() + " asks nothing");
            }
        }
    }

    /**
     * What a level asks: each of its measures, by evidence of one of the kinds.
     *
     * @param measures those that no lower level asks for
     * @param kinds those that count for these measures and, at this level, for those of the levels below
     */
    public record Demand(Set<AssuranceMeasure> measures, Set<EvidenceKind> kinds) {

        public Demand {
            if (measures.isEmpty() || kinds.isEmpty()) {
                throw new IllegalArgumentException("A level asks for a measure, by some kind of evidence");
            }
            measures = Set.copyOf(measures);
            kinds = Set.copyOf(kinds);
        }
    }

    Demand of(AssuranceLevel level) {
        return Objects.requireNonNull(demands.get(level));
    }
}
