package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.app.directory.CapacitySettings;
import io.github.sprigfhir.domain.directory.Criterion;
import io.github.sprigfhir.domain.directory.Effect;
import io.github.sprigfhir.domain.directory.Match;
import io.github.sprigfhir.domain.directory.Matching;
import io.github.sprigfhir.domain.directory.Matching.Loosening;
import io.github.sprigfhir.domain.directory.TimeWish;
import io.github.sprigfhir.domain.directory.WeeklyTimes;
import io.github.sprigfhir.domain.directory.Wish;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks candidates up and lets the domain judge them. */
@Component
class Ranking {

    private static final double WIDER = 4;
    private static final double METRES_PER_KM = 1000;

    private final Candidates candidates;
    private final Index index;
    private final Matching matching;
    private final FindingSettings settings;
    private final CapacitySettings capacity;
    private final Clock clock;

    Ranking(
            Candidates candidates,
            Index index,
            Matching matching,
            FindingSettings settings,
            CapacitySettings capacity,
            Clock clock) {
        this.candidates = candidates;
        this.index = index;
        this.matching = matching;
        this.settings = settings;
        this.capacity = capacity;
        this.clock = clock;
    }

    /**
     * What suits, the best first.
     *
     * @param isCut whether there were more candidates than are looked at
     */
    record Ranked(List<Match> matches, boolean isCut) {}

    Ranked of(Wish wish) {
        var numbers = candidates.of(wish, settings.candidates());
        return new Ranked(
                judged(wish, numbers).filter(Match::isSuitable).sorted().toList(),
                numbers.size() >= settings.candidates());
    }

    /**
     * Ids of all services that are known to be what is wished for, at a place within reach; in no order. None where more
     * than so many would have to be judged.
     */
    Optional<Set<String>> sure(Wish wish, int most) {
        var numbers = candidates.of(wish, most + 1);
        return numbers.size() > most ? Optional.empty() : Optional.of(sure(wish, numbers));
    }

    private Set<String> sure(Wish wish, Set<Integer> numbers) {
        return judged(wish, numbers)
                .filter(match -> match.findings().stream()
                        .filter(finding -> finding.criterion() != Criterion.ROOM)
                        .allMatch(finding -> finding.effect() == Effect.FOR))
                .filter(match -> wish.whereabouts().from().isEmpty()
                        || match.metres() <= wish.whereabouts().reach())
                .map(match -> match.offer().id())
                .collect(Collectors.toSet());
    }

    private Stream<Match> judged(Wish wish, Collection<Integer> numbers) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, WeeklyTimes.CLOCK);
        return index.entries(numbers).stream()
                .map(entry -> matching.judge(wish, entry.seen(now, capacity.holdsFor()), today));
    }

    /** Where nothing suits: what rules out services for the same need, further away too. */
    String advice(Wish wish) {
        var where = wish.whereabouts();
        var wider = new Wish(
                new Wish.Subject(wish.subject().needs(), ""),
                new Wish.Whereabouts(
                        where.from(),
                        Math.min(where.reach() * WIDER, FindingSettings.FURTHEST_KM * METRES_PER_KM),
                        where.areas()),
                Wish.ANYTHING.forWhom(),
                Wish.ANYTHING.manner(),
                TimeWish.ANY);
        var others = judged(wish, candidates.of(wider, settings.candidates()))
                .filter(match -> !match.isSuitable())
                .toList();
        var loosenings = Matching.loosenings(others);
        if (loosenings.isEmpty()) {
            return wish.subject().text().isEmpty()
                    ? "Nothing fits, and nothing like it is known. Ask for other needs, or further away."
                    : "Nothing fits. Ask with other words, or fewer.";
        }
        return "Nothing fits all that was asked. Ask for less: "
                + loosenings.stream().map(Ranking::inWords).collect(Collectors.joining("; ")) + ".";
    }

    private static String inWords(Loosening loosening) {
        var parameter = loosening.criterion() == Criterion.AREA
                ? "postcode"
                : loosening.criterion().code();
        return "%s rules out %d".formatted(parameter, loosening.services());
    }
}
