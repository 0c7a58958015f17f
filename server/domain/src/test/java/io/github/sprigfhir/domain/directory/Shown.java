package io.github.sprigfhir.domain.directory;

import io.github.sprigfhir.domain.directory.AssurancePolicy.Demand;
import io.github.sprigfhir.domain.kernel.Party;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The evidence that providers show in these tests, and what is asked of them: one more measure at each level. */
final class Shown {

    static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    static final Party LARGER = new Party("Organization/larger");
    static final AssurancePolicy POLICY = new AssurancePolicy(
            Map.of(
                    AssuranceLevel.LOW_RISK,
                    new Demand(Set.of(AssuranceMeasure.INSURANCE), EnumSet.allOf(EvidenceKind.class)),
                    AssuranceLevel.SOME_SUPPORT,
                    new Demand(
                            Set.of(AssuranceMeasure.FIRST_AID),
                            EnumSet.complementOf(EnumSet.of(EvidenceKind.SELF_ASSESSMENT))),
                    AssuranceLevel.COMPLEX_NEEDS,
                    new Demand(
                            Set.of(AssuranceMeasure.FINANCIAL),
                            EnumSet.of(EvidenceKind.QUALITY_MARK, EvidenceKind.UMBRELLA))),
            Period.ofYears(3),
            Period.ofDays(60));

    private Shown() {}

    /** Valid from the first of the year to the end of the next. */
    static Validity valid(EvidenceStatus status) {
        return new Validity(status, LocalDate.parse("2026-01-01"), LocalDate.parse("2028-01-01"));
    }

    static Evidence by(EvidenceKind kind, AssuranceMeasure... measures) {
        return by(kind, valid(EvidenceStatus.VALIDATED), measures);
    }

    static Evidence by(EvidenceKind kind, Validity validity, AssuranceMeasure... measures) {
        return new Evidence(
                Set.copyOf(Arrays.asList(measures)),
                kind,
                validity,
                kind == EvidenceKind.UMBRELLA ? Optional.of(LARGER) : Optional.empty());
    }
}
