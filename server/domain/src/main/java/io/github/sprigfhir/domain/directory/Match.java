package io.github.sprigfhir.domain.directory;

import java.util.Comparator;
import java.util.List;

/**
 * A service, judged: every reason for and against it.
 *
 * <p>Matches are in order: the most points first; of those with equally many, the nearer; then by name and id, so that
 * the order is total and the same each time.
 *
 * @param findings one for each criterion that was judged
 * @param metres how far its nearest place is; infinite where that is not known
 */
public record Match(Offer offer, List<Finding> findings, double metres) implements Comparable<Match> {

    private static final long FRACTIONS = 1_000_000;
    private static final Comparator<Match> ORDER = Comparator.comparingLong(Match::earned)
            .reversed()
            .thenComparingDouble(Match::metres)
            .thenComparing(match -> match.offer.name())
            .thenComparing(match -> match.offer.id());

    public Match {
        findings = List.copyOf(findings);
    }

    /** Whether nothing rules it out. */
    public boolean isSuitable() {
        return bars().isEmpty();
    }

    List<Criterion> bars() {
        return findings.stream()
                .filter(finding -> finding.effect() == Effect.BAR)
                .map(Finding::criterion)
                .toList();
    }

    /** Which share it earned of the points that were to be had, 0 to 1. */
    public double score() {
        var most = findings.stream()
                .mapToLong(finding -> finding.criterion().points() * FRACTIONS)
                .sum();
        return most == 0 ? 1 : (double) earned() / most;
    }

    private long earned() {
        return findings.stream()
                .mapToLong(finding -> Math.round(finding.criterion().points() * finding.share() * FRACTIONS))
                .sum();
    }

    @Override
    public int compareTo(Match other) {
        return ORDER.compare(this, other);
    }
}
