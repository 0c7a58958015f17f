package io.github.sprigfhir.domain.directory;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges services by what somebody looks for: a list of rules, each of which finds one reason or has nothing to say.
 * Whether a rule speaks depends on the wish alone, so that all services are judged by the same criteria.
 */
public final class Matching {

    private static final double KILOMETRE = 1000;
    private static final double ROUND_TO_METRES = 100;
    private static final double HALF = 0.5;
    private static final double LITTLE = 0.25;

    private final double halfway;
    private final Schedule.Calendar calendar;
    private final List<Rule> rules = List.of(
            this::need,
            this::text,
            this::distance,
            this::area,
            this::room,
            this::level,
            this::age,
            this::language,
            this::time,
            this::accessibility,
            this::mode,
            this::free);

    /** @param halfway how far away, in metres, a service earns half of the points for nearness; more than 0 */
    public Matching(double halfway, Schedule.Calendar calendar) {
        this.halfway = halfway;
        this.calendar = calendar;
    }

    private interface Rule {
        Optional<Finding> judge(Asked asked, Offer offer);
    }

    private record Asked(Wish wish, LocalDate today, List<String> words) {}

    /** Every reason for and against the service, whether it is suitable or not. */
    public Match judge(Wish wish, Offer offer, LocalDate today) {
        var asked = new Asked(wish, today, Words.of(wish.subject().text()));
        var findings = rules.stream()
                .flatMap(rule -> rule.judge(asked, offer).stream())
                .toList();
        return new Match(offer, findings, metres(wish, offer));
    }

    private static double metres(Wish wish, Offer offer) {
        return wish.whereabouts()
                .from()
                .flatMap(from -> offer.places().stream().map(from::metresTo).min(Double::compare))
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Optional<Finding> need(Asked asked, Offer offer) {
        var needs = asked.wish.subject().needs();
        if (needs.isEmpty()) {
            return Optional.empty();
        }
        var served = both(needs, offer.needs());
        if (served.isEmpty()) {
            return Optional.of(Finding.bar(Criterion.NEED, "It does not say that it helps with what is needed."));
        }
        var share = (double) served.size() / needs.size();
        return Optional.of(new Finding(
                Criterion.NEED,
                Effect.FOR,
                share,
                share < 1 ? "It helps with part of what is needed." : "It helps with what is needed."));
    }

    /** That the words are there the search has seen to; here it counts where. */
    private Optional<Finding> text(Asked asked, Offer offer) {
        if (asked.words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Words.of(offer.name()).containsAll(asked.words)
                        ? Finding.in(Criterion.TEXT, "Its name says what was searched for.")
                        : new Finding(
                                Criterion.TEXT,
                                Effect.FOR,
                                HALF,
                                "What it says of itself fits what was searched for."));
    }

    private Optional<Finding> distance(Asked asked, Offer offer) {
        var where = asked.wish.whereabouts();
        if (where.from().isEmpty()) {
            return Optional.empty();
        }
        var metres = metres(asked.wish, offer);
        if (metres <= where.reach()) {
            return Optional.of(new Finding(
                    Criterion.DISTANCE,
                    Effect.FOR,
                    halfway / (halfway + metres),
                    "It is " + inWords(metres) + " away."));
        }
        if (reachesPeople(offer)) {
            return Optional.of(new Finding(
                    Criterion.DISTANCE, Effect.FOR, HALF, "Nobody needs to travel: it can be used from home."));
        }
        return Optional.of(
                offer.places().isEmpty()
                        ? new Finding(Criterion.DISTANCE, Effect.UNKNOWN, 0, "It does not say where it is.")
                        : Finding.bar(Criterion.DISTANCE, "It is " + inWords(metres) + " away, further than asked."));
    }

    private static boolean reachesPeople(Offer offer) {
        return offer.access().modes().stream().anyMatch(FROM_HOME::contains);
    }

    /** Modes of contact for which nobody travels far; codes of contact-mode. */
    public static final Set<String> FROM_HOME = Set.of("telephone", "video", "message");

    private static String inWords(double metres) {
        return metres < KILOMETRE
                ? "%d metres".formatted((long) (Math.max(1, Math.ceil(metres / ROUND_TO_METRES)) * ROUND_TO_METRES))
                : "%.1f kilometres".formatted(metres / KILOMETRE);
    }

    private Optional<Finding> area(Asked asked, Offer offer) {
        var home = asked.wish.whereabouts().areas();
        if (home.isEmpty()) {
            return Optional.empty();
        }
        var access = offer.access();
        if (!access.hasArea()) {
            return Optional.of(Finding.in(Criterion.AREA, "It does not matter where people live."));
        }
        if (access.areas().isEmpty()) {
            return Optional.of(Finding.unknown(
                    Criterion.AREA, "It is for the people of an area; ask whether this person's home is in it."));
        }
        return Optional.of(
                both(home, access.areas()).isEmpty()
                        ? Finding.bar(Criterion.AREA, "It is for the people of another area.")
                        : Finding.in(Criterion.AREA, "It is for the people of this area."));
    }

    private Optional<Finding> room(Asked asked, Offer offer) {
        return Optional.of(
                switch (offer.vacancy()) {
                    case AVAILABLE -> Finding.in(Criterion.ROOM, "It has room.");
                    case WAITING_LIST -> new Finding(Criterion.ROOM, Effect.AGAINST, HALF, "It has a waiting list.");
                    case UNKNOWN ->
                        new Finding(
                                Criterion.ROOM,
                                Effect.UNKNOWN,
                                LITTLE,
                                "Whether it has room has not been confirmed lately.");
                    case NO_CAPACITY -> new Finding(Criterion.ROOM, Effect.AGAINST, 0, "It takes nobody at present.");
                });
    }

    private Optional<Finding> level(Asked asked, Offer offer) {
        return asked.wish
                .forWhom()
                .level()
                .map(needed -> offer.level().orElse(0) >= needed
                        ? Finding.in(
                                Criterion.LEVEL,
                                "It is assured for level %d."
                                        .formatted(offer.level().orElse(0)))
                        : Finding.bar(
                                Criterion.LEVEL,
                                offer.level()
                                        .map("It is assured for level %d only."::formatted)
                                        .orElse("It is not assured for any level.")));
    }

    private Optional<Finding> age(Asked asked, Offer offer) {
        return asked.wish
                .forWhom()
                .age()
                .map(age -> offer.ages().include(age)
                        ? Finding.in(Criterion.AGE, "It is for people of this age.")
                        : Finding.bar(
                                Criterion.AGE,
                                "It is for people %s.".formatted(offer.ages().inWords())));
    }

    private Optional<Finding> language(Asked asked, Offer offer) {
        return any(
                Criterion.LANGUAGE,
                primary(asked.wish.forWhom().languages()),
                primary(offer.access().languages()),
                "It is given in a language that was asked for.",
                "It does not say in which languages it is given.",
                "It is given in other languages.");
    }

    /** Welsh of any region is Welsh. */
    private static Set<String> primary(Set<String> tags) {
        var primary = new HashSet<String>();
        tags.forEach(tag -> primary.add(Words.primaryLanguage(tag)));
        return primary;
    }

    private Optional<Finding> mode(Asked asked, Offer offer) {
        return any(
                Criterion.MODE,
                asked.wish.manner().modes(),
                offer.access().modes(),
                "It meets people in a way that was asked for.",
                "It does not say how it meets people.",
                "It meets people in other ways.");
    }

    private Optional<Finding> free(Asked asked, Offer offer) {
        return any(
                Criterion.FREE,
                asked.wish.manner().free() ? Set.of("free") : Set.of(),
                offer.access().provision(),
                "It is free.",
                "It does not say whether it is free.",
                "It costs something.");
    }

    private static Optional<Finding> any(
            Criterion criterion, Set<String> asked, Set<String> said, String fits, String silent, String other) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        if (said.isEmpty()) {
            return Optional.of(Finding.unknown(criterion, silent));
        }
        return Optional.of(both(asked, said).isEmpty() ? Finding.bar(criterion, other) : Finding.in(criterion, fits));
    }

    private Optional<Finding> accessibility(Asked asked, Offer offer) {
        var needed = asked.wish.manner().accessibility();
        var has = offer.access().accessibility();
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        if (has.isEmpty()) {
            return Optional.of(Finding.unknown(
                    Criterion.ACCESSIBILITY, "It does not say how accessible it is; ask before anybody sets out."));
        }
        var lacking = needed.stream().filter(one -> !has.contains(one)).sorted().toList();
        return Optional.of(
                lacking.isEmpty()
                        ? Finding.in(Criterion.ACCESSIBILITY, "It is as accessible as was asked for.")
                        : Finding.bar(
                                Criterion.ACCESSIBILITY,
                                "It does not list: %s."
                                        .formatted(lacking.stream().collect(joining(", ")))));
    }

    private Optional<Finding> time(Asked asked, Offer offer) {
        var wish = asked.wish.time();
        if (wish.isAny()) {
            return Optional.empty();
        }
        var times = offer.times();
        if (!times.isKnown()) {
            return Optional.of(Finding.unknown(Criterion.TIME, "It does not say when it is open."));
        }
        return Optional.of(
                times.meet(wish, asked.today, calendar)
                        ? Finding.in(Criterion.TIME, "It is open then.")
                        : Finding.bar(Criterion.TIME, "It is not open then."));
    }

    private static Set<String> both(Collection<String> some, Set<String> others) {
        var both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    /**
     * What would have to be asked for less so that something fits: for each criterion, how many services it alone rules
     * out; where none is ruled out by one alone, the criteria that rule out most.
     */
    public static List<Loosening> loosenings(Collection<Match> unsuitable) {
        var alone = count(unsuitable.stream().map(Match::bars).filter(bars -> bars.size() == 1));
        return alone.isEmpty() ? count(unsuitable.stream().map(Match::bars)) : alone;
    }

    private static List<Loosening> count(Stream<List<Criterion>> bars) {
        var all = bars.flatMap(List::stream).toList();
        return Stream.of(Criterion.values())
                .map(criterion -> new Loosening(
                        criterion, all.stream().filter(criterion::equals).count()))
                .filter(loosening -> loosening.services() > 0)
                .sorted((one, other) -> Long.compare(other.services(), one.services()))
                .toList();
    }

    /**
     * What might be asked for less.
     *
     * @param services how many services it rules out
     */
    public record Loosening(Criterion criterion, long services) {}
}
