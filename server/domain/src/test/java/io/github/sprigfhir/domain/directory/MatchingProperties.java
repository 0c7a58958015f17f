package io.github.sprigfhir.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.directory.Offer.Ways;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of ranking. */
class MatchingProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Position HOME = new Position(54.5, -2.5);
    private static final Matching MATCHING = new Matching(5000, (start, rule, first, last) -> Set.of());

    @Provide
    Arbitrary<Offer> offers() {
        var needs = Arbitraries.of("debt", "food", "bereavement").set().ofMaxSize(3);
        var places = Combinators.combine(
                        Arbitraries.doubles().between(54, 55),
                        Arbitraries.doubles().between(-3, -2))
                .as(Position::new)
                .list()
                .ofMaxSize(2);
        var ways = Combinators.combine(
                        Arbitraries.of("en", "cy").set().ofMaxSize(2),
                        Arbitraries.of("hearing-loop", "quiet-space").set().ofMaxSize(2),
                        Arbitraries.of("telephone", "group").set().ofMaxSize(2),
                        Arbitraries.of("free", "cost").set().ofMaxSize(1),
                        Arbitraries.of("E1", "E2").set().ofMaxSize(1))
                .as((languages, access, modes, cost, areas) ->
                        new Ways(languages, access, modes, cost, !areas.isEmpty(), areas));
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMaxLength(3),
                        needs,
                        places,
                        ways,
                        Arbitraries.integers().between(1, 3).optional(),
                        Arbitraries.of(CapacityStatus.class),
                        Arbitraries.integers().between(0, 100).optional())
                .as((name, served, where, access, level, vacancy, lowest) -> new Offer(
                        name + "/1",
                        name,
                        served,
                        where,
                        access,
                        new Ages(lowest, Optional.empty()),
                        level,
                        vacancy,
                        OpeningTimes.UNKNOWN));
    }

    @Provide
    Arbitrary<Wish> wishes() {
        var needs = Arbitraries.of("debt", "food", "bereavement").set().ofMaxSize(2);
        var where = Combinators.combine(
                        Arbitraries.of(HOME).optional(),
                        Arbitraries.of("E1", "E2").set().ofMaxSize(1))
                .as((from, areas) -> new Wish.Whereabouts(from, 25_000, areas));
        var who = Combinators.combine(
                        Arbitraries.integers().between(0, 100).optional(),
                        Arbitraries.of("en", "cy").set().ofMaxSize(1),
                        Arbitraries.integers().between(1, 3).optional())
                .as(Wish.ForWhom::new);
        var how = Combinators.combine(
                        Arbitraries.of("hearing-loop", "quiet-space").set().ofMaxSize(1),
                        Arbitraries.of("telephone", "group").set().ofMaxSize(1),
                        Arbitraries.of(true, false))
                .as(Wish.Manner::new);
        return Combinators.combine(needs, where, who, how)
                .as((asked, place, person, manner) ->
                        new Wish(new Wish.Subject(asked, ""), place, person, manner, TimeWish.ANY));
    }

    private static Match judge(Wish wish, Offer offer) {
        return MATCHING.judge(wish, offer, TODAY);
    }

    @Property
    void rankingIsATotalOrder(
            @ForAll("wishes") Wish wish,
            @ForAll("offers") Offer one,
            @ForAll("offers") Offer two,
            @ForAll("offers") Offer three) {
        var first = judge(wish, one);
        var second = judge(wish, two);
        var third = judge(wish, three);

        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(-Integer.signum(second.compareTo(first)));
        assertThat(first).isEqualByComparingTo(judge(wish, one));
        if (first.compareTo(second) <= 0 && second.compareTo(third) <= 0) {
            assertThat(first.compareTo(third)).isLessThanOrEqualTo(0);
        }
        if (first.compareTo(second) < 0) {
            assertThat(first.score()).isGreaterThanOrEqualTo(second.score());
        }
    }

    @Property
    void everyServiceIsJudgedByTheSameCriteria(
            @ForAll("wishes") Wish wish, @ForAll("offers") Offer one, @ForAll("offers") Offer other) {
        assertThat(criteria(judge(wish, one)))
                .isEqualTo(criteria(judge(wish, other)))
                .doesNotHaveDuplicates();
        assertThat(judge(wish, one).score()).isBetween(0.0, 1.0);
    }

    private static List<Criterion> criteria(Match match) {
        return match.findings().stream().map(Finding::criterion).toList();
    }

    @Property
    void whatSpeaksForAServiceMoreNeverLowersIt(@ForAll("wishes") Wish wish, @ForAll("offers") Offer offer) {
        var before = judge(wish, offer);

        for (var better : improved(offer, wish)) {
            var after = judge(wish, better);
            assertThat(after.score()).isGreaterThanOrEqualTo(before.score());
            assertThat(before.isSuitable() && !after.isSuitable()).isFalse();
        }
    }

    private static List<Offer> improved(Offer offer, Wish wish) {
        var ways = offer.access();
        var helps = new Offer(
                offer.id(),
                offer.name(),
                with(offer.needs(), wish.subject().needs()),
                offer.places(),
                ways,
                offer.ages(),
                offer.level(),
                offer.vacancy(),
                offer.times());
        var near = new Offer(
                offer.id(),
                offer.name(),
                offer.needs(),
                Stream.concat(offer.places().stream(), Stream.of(HOME)).toList(),
                ways,
                offer.ages(),
                offer.level(),
                offer.vacancy(),
                offer.times());
        var assured = new Offer(
                offer.id(),
                offer.name(),
                offer.needs(),
                offer.places(),
                ways,
                Ages.ALL,
                Optional.of(3),
                CapacityStatus.AVAILABLE,
                offer.times());
        var reaching = new Offer(
                offer.id(),
                offer.name(),
                offer.needs(),
                offer.places(),
                new Ways(
                        with(ways.languages(), wish.forWhom().languages()),
                        with(ways.accessibility(), wish.manner().accessibility()),
                        with(ways.modes(), wish.manner().modes()),
                        with(ways.provision(), Set.of("free")),
                        ways.hasArea(),
                        with(ways.areas(), wish.whereabouts().areas())),
                offer.ages(),
                offer.level(),
                offer.vacancy(),
                offer.times());
        return Arrays.asList(helps, near, assured, reaching);
    }

    private static Set<String> with(Set<String> some, Set<String> others) {
        return Set.copyOf(Stream.concat(some.stream(), others.stream()).toList());
    }

    @Property
    void whatIsFullNeverComesBeforeTheSameWithRoom(@ForAll("wishes") Wish wish, @ForAll("offers") Offer offer) {
        var byVacancy = Stream.of(
                        CapacityStatus.AVAILABLE,
                        CapacityStatus.WAITING_LIST,
                        CapacityStatus.UNKNOWN,
                        CapacityStatus.NO_CAPACITY)
                .map(vacancy -> judge(
                        wish,
                        new Offer(
                                offer.id(),
                                offer.name(),
                                offer.needs(),
                                offer.places(),
                                offer.access(),
                                offer.ages(),
                                offer.level(),
                                vacancy,
                                offer.times())))
                .toList();

        assertThat(byVacancy).isSorted();
    }
}
