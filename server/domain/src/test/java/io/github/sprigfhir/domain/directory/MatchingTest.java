package io.github.sprigfhir.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sprigfhir.domain.directory.Matching.Loosening;
import io.github.sprigfhir.domain.directory.Offer.Ways;
import io.github.sprigfhir.domain.directory.WeeklyTimes.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Position HOME = new Position(54.5, -2.5);
    private static final Position NEAR = new Position(54.5, -2.51);
    private static final Position FAR = new Position(54.9, -2.5);
    private static final Matching MATCHING = new Matching(5000, (start, rule, first, last) -> Set.of());
    private static final Ways SILENT = new Ways(Set.of(), Set.of(), Set.of(), Set.of(), false, Set.of());

    private static Offer offer(Ways ways, Position... places) {
        return new Offer(
                "1",
                "Example Choir",
                Set.of("mental-wellbeing", "loneliness-isolation"),
                List.of(places),
                ways,
                new Ages(Optional.of(18), Optional.of(64)),
                Optional.of(2),
                CapacityStatus.AVAILABLE,
                new OpeningTimes(
                        new WeeklyTimes(
                                List.of(Session.of(DayOfWeek.MONDAY, LocalTime.of(18, 0), LocalTime.of(20, 0)))),
                        List.of(),
                        List.of()));
    }

    private static Offer speaking(Set<String> languages, Set<String> access, Set<String> modes, Set<String> cost) {
        return offer(new Ways(languages, access, modes, cost, false, Set.of()));
    }

    private static Offer of(CapacityStatus vacancy, Optional<Integer> level, Ages ages, OpeningTimes times) {
        return new Offer("1", "Example", Set.of(), List.of(), SILENT, ages, level, vacancy, times);
    }

    private static Finding only(Wish wish, Offer offer, Criterion criterion) {
        return MATCHING.judge(wish, offer, TODAY).findings().stream()
                .filter(finding -> finding.criterion() == criterion)
                .findFirst()
                .orElseThrow();
    }

    private static Wish about(String text, String... needs) {
        return new Wish(
                new Wish.Subject(Set.of(needs), text),
                Wish.ANYTHING.whereabouts(),
                Wish.ANYTHING.forWhom(),
                Wish.ANYTHING.manner(),
                TimeWish.ANY);
    }

    private static Wish at(String... areas) {
        return new Wish(
                Wish.ANYTHING.subject(),
                new Wish.Whereabouts(Optional.of(HOME), 10_000, Set.of(areas)),
                Wish.ANYTHING.forWhom(),
                Wish.ANYTHING.manner(),
                TimeWish.ANY);
    }

    private static Wish who(Optional<Integer> age, Set<String> languages, Optional<Integer> level) {
        return new Wish(
                Wish.ANYTHING.subject(),
                Wish.ANYTHING.whereabouts(),
                new Wish.ForWhom(age, languages, level),
                Wish.ANYTHING.manner(),
                TimeWish.ANY);
    }

    private static Wish how(Set<String> access, Set<String> modes, boolean free, TimeWish time) {
        return new Wish(
                Wish.ANYTHING.subject(),
                Wish.ANYTHING.whereabouts(),
                Wish.ANYTHING.forWhom(),
                new Wish.Manner(access, modes, free),
                time);
    }

    private static void assertSays(Finding finding, Effect effect, double share, String text) {
        assertThat(finding).isEqualTo(new Finding(finding.criterion(), effect, share, text));
    }

    @Test
    void whoAsksForNothingHearsOfRoomAlone() {
        assertThat(MATCHING.judge(Wish.ANYTHING, offer(SILENT), TODAY).findings())
                .containsExactly(new Finding(Criterion.ROOM, Effect.FOR, 1, "It has room."));
        assertThat(MATCHING.judge(Wish.ANYTHING, offer(SILENT), TODAY).score()).isEqualTo(1);
        assertThat(MATCHING.judge(Wish.ANYTHING, offer(SILENT), TODAY).metres()).isInfinite();
        assertThat(new Match(offer(SILENT), List.of(), 0).score()).isEqualTo(1);
    }

    @Test
    void needsAreServedWhollyPartlyOrNot() {
        assertSays(
                only(about("", "mental-wellbeing"), offer(SILENT), Criterion.NEED),
                Effect.FOR,
                1,
                "It helps with what is needed.");
        assertSays(
                only(about("", "mental-wellbeing", "bereavement"), offer(SILENT), Criterion.NEED),
                Effect.FOR,
                0.5,
                "It helps with part of what is needed.");
        assertSays(
                only(about("", "bereavement"), offer(SILENT), Criterion.NEED),
                Effect.BAR,
                0,
                "It does not say that it helps with what is needed.");
    }

    @Test
    void aNameSaysMoreThanADescription() {
        assertSays(
                only(about("CHOIR"), offer(SILENT), Criterion.TEXT),
                Effect.FOR,
                1,
                "Its name says what was searched for.");
        assertSays(
                only(about("singing"), offer(SILENT), Criterion.TEXT),
                Effect.FOR,
                0.5,
                "What it says of itself fits what was searched for.");
    }

    @Test
    void theNearestPlaceCounts() {
        var match = MATCHING.judge(at(), offer(SILENT, FAR, NEAR), TODAY);

        assertThat(match.metres()).isBetween(640.0, 650.0);
        assertThat(match.findings().get(0).text()).isEqualTo("It is 700 metres away.");
        assertThat(match.findings().get(0).share()).isBetween(0.88, 0.89);
        assertThat(only(at(), offer(SILENT, HOME), Criterion.DISTANCE).text()).isEqualTo("It is 100 metres away.");
        assertThat(only(at(), offer(SILENT, new Position(54.58, -2.5)), Criterion.DISTANCE)
                        .text())
                .isEqualTo("It is 8.9 kilometres away.");
        assertSays(
                only(at(), offer(SILENT, FAR), Criterion.DISTANCE),
                Effect.BAR,
                0,
                "It is 44.5 kilometres away, further than asked.");
        assertSays(only(at(), offer(SILENT), Criterion.DISTANCE), Effect.UNKNOWN, 0, "It does not say where it is.");
    }

    @Test
    void whatComesToPeopleIsNotFarAway() {
        var byTelephone = new Ways(Set.of(), Set.of(), Set.of("telephone", "group"), Set.of(), false, Set.of());

        assertSays(
                only(at(), offer(byTelephone, FAR), Criterion.DISTANCE),
                Effect.FOR,
                0.5,
                "Nobody needs to travel: it can be used from home.");
        assertThat(only(at(), offer(byTelephone, NEAR), Criterion.DISTANCE).text())
                .isEqualTo("It is 700 metres away.");
    }

    @Test
    void anAreaMustHoldTheHome() {
        assertSays(
                only(at("E1"), offer(SILENT), Criterion.AREA), Effect.FOR, 1, "It does not matter where people live.");
        assertSays(
                only(at("E1"), offer(area("E1", "E2")), Criterion.AREA),
                Effect.FOR,
                1,
                "It is for the people of this area.");
        assertSays(
                only(at("E1"), offer(area("E2")), Criterion.AREA),
                Effect.BAR,
                0,
                "It is for the people of another area.");
        assertSays(
                only(at("E1"), offer(area()), Criterion.AREA),
                Effect.UNKNOWN,
                0.5,
                "It is for the people of an area; ask whether this person's home is in it.");
    }

    private static Ways area(String... areas) {
        return new Ways(Set.of(), Set.of(), Set.of(), Set.of(), true, Set.of(areas));
    }

    @Test
    void roomIsSaidButRulesNothingOut() {
        assertSays(room(CapacityStatus.WAITING_LIST), Effect.AGAINST, 0.5, "It has a waiting list.");
        assertSays(
                room(CapacityStatus.UNKNOWN),
                Effect.UNKNOWN,
                0.25,
                "Whether it has room has not been confirmed lately.");
        assertSays(room(CapacityStatus.NO_CAPACITY), Effect.AGAINST, 0, "It takes nobody at present.");
    }

    private static Finding room(CapacityStatus vacancy) {
        return only(Wish.ANYTHING, of(vacancy, Optional.empty(), Ages.ALL, OpeningTimes.UNKNOWN), Criterion.ROOM);
    }

    @Test
    void aLevelMustBeReached() {
        assertSays(level(2), Effect.FOR, 1, "It is assured for level 2.");
        assertSays(level(1), Effect.FOR, 1, "It is assured for level 2.");
        assertSays(level(3), Effect.BAR, 0, "It is assured for level 2 only.");
        assertSays(
                only(
                        who(Optional.empty(), Set.of(), Optional.of(1)),
                        of(CapacityStatus.AVAILABLE, Optional.empty(), Ages.ALL, OpeningTimes.UNKNOWN),
                        Criterion.LEVEL),
                Effect.BAR,
                0,
                "It is not assured for any level.");
    }

    private static Finding level(int needed) {
        return only(who(Optional.empty(), Set.of(), Optional.of(needed)), offer(SILENT), Criterion.LEVEL);
    }

    @Test
    void agesAreBounds() {
        assertSays(age(40, offer(SILENT)), Effect.FOR, 1, "It is for people of this age.");
        assertSays(age(65, offer(SILENT)), Effect.BAR, 0, "It is for people from 18 to 64.");
        assertThat(age(17, aged(Optional.of(18), Optional.empty())).text()).isEqualTo("It is for people from 18.");
        assertThat(age(26, aged(Optional.empty(), Optional.of(25))).text()).isEqualTo("It is for people up to 25.");
        assertThat(Ages.ALL.inWords()).isEqualTo("of every age");
    }

    private static Finding age(int age, Offer offer) {
        return only(who(Optional.of(age), Set.of(), Optional.empty()), offer, Criterion.AGE);
    }

    private static Offer aged(Optional<Integer> lowest, Optional<Integer> highest) {
        return of(CapacityStatus.AVAILABLE, Optional.empty(), new Ages(lowest, highest), OpeningTimes.UNKNOWN);
    }

    @Test
    void languagesAreComparedByTheirPrimaryTag() {
        var welsh = who(Optional.empty(), Set.of("cy"), Optional.empty());

        assertSays(
                only(welsh, speaking(Set.of("en", "cy-GB"), Set.of(), Set.of(), Set.of()), Criterion.LANGUAGE),
                Effect.FOR,
                1,
                "It is given in a language that was asked for.");
        assertSays(
                only(welsh, speaking(Set.of("en"), Set.of(), Set.of(), Set.of()), Criterion.LANGUAGE),
                Effect.BAR,
                0,
                "It is given in other languages.");
        assertSays(
                only(welsh, offer(SILENT), Criterion.LANGUAGE),
                Effect.UNKNOWN,
                0.5,
                "It does not say in which languages it is given.");
    }

    @Test
    void accessibilityIsAskedForWhole() {
        var wish = how(Set.of("wheelchair-access", "hearing-loop"), Set.of(), false, TimeWish.ANY);

        assertSays(
                only(
                        wish,
                        speaking(
                                Set.of(), Set.of("wheelchair-access", "hearing-loop", "easy-read"), Set.of(), Set.of()),
                        Criterion.ACCESSIBILITY),
                Effect.FOR,
                1,
                "It is as accessible as was asked for.");
        assertSays(
                only(wish, speaking(Set.of(), Set.of("easy-read"), Set.of(), Set.of()), Criterion.ACCESSIBILITY),
                Effect.BAR,
                0,
                "It does not list: hearing-loop, wheelchair-access.");
        assertSays(
                only(wish, offer(SILENT), Criterion.ACCESSIBILITY),
                Effect.UNKNOWN,
                0.5,
                "It does not say how accessible it is; ask before anybody sets out.");
    }

    @Test
    void modesAndCostMayBeSilent() {
        var wish = how(Set.of(), Set.of("video"), true, TimeWish.ANY);
        var fits = speaking(Set.of(), Set.of(), Set.of("video"), Set.of("free"));
        var other = speaking(Set.of(), Set.of(), Set.of("group"), Set.of("cost"));

        assertSays(only(wish, fits, Criterion.MODE), Effect.FOR, 1, "It meets people in a way that was asked for.");
        assertSays(only(wish, other, Criterion.MODE), Effect.BAR, 0, "It meets people in other ways.");
        assertSays(
                only(wish, offer(SILENT), Criterion.MODE), Effect.UNKNOWN, 0.5, "It does not say how it meets people.");
        assertSays(only(wish, fits, Criterion.FREE), Effect.FOR, 1, "It is free.");
        assertSays(only(wish, other, Criterion.FREE), Effect.BAR, 0, "It costs something.");
        assertSays(
                only(wish, offer(SILENT), Criterion.FREE), Effect.UNKNOWN, 0.5, "It does not say whether it is free.");
    }

    @Test
    void timesMustMeet() {
        assertSays(time(DayOfWeek.MONDAY, offer(SILENT)), Effect.FOR, 1, "It is open then.");
        assertSays(time(DayOfWeek.FRIDAY, offer(SILENT)), Effect.BAR, 0, "It is not open then.");
        assertSays(
                time(DayOfWeek.MONDAY, of(CapacityStatus.AVAILABLE, Optional.empty(), Ages.ALL, OpeningTimes.UNKNOWN)),
                Effect.UNKNOWN,
                0.5,
                "It does not say when it is open.");
    }

    private static Finding time(DayOfWeek day, Offer offer) {
        return only(
                how(Set.of(), Set.of(), false, new TimeWish(Optional.empty(), Set.of(day), Optional.empty())),
                offer,
                Criterion.TIME);
    }

    @Test
    void whatAloneRulesMostOutIsLoosenedFirst() {
        var wish = how(Set.of(), Set.of("video"), true, TimeWish.ANY);
        var costs = MATCHING.judge(wish, speaking(Set.of(), Set.of(), Set.of("video"), Set.of("cost")), TODAY);
        var both = MATCHING.judge(wish, speaking(Set.of(), Set.of(), Set.of("group"), Set.of("cost")), TODAY);
        var meets = MATCHING.judge(wish, speaking(Set.of(), Set.of(), Set.of("group"), Set.of("free")), TODAY);

        assertThat(costs.isSuitable()).isFalse();
        assertThat(Matching.loosenings(List.of(meets, costs, both, costs)))
                .containsExactly(new Loosening(Criterion.FREE, 2), new Loosening(Criterion.MODE, 1));
        assertThat(Matching.loosenings(List.of(both)))
                .containsExactly(new Loosening(Criterion.MODE, 1), new Loosening(Criterion.FREE, 1));
        assertThat(Matching.loosenings(List.of())).isEmpty();
    }

    @Test
    void equalPointsGoByDistanceThenNameThenId() {
        var one = new Match(offer(SILENT), List.of(), 1);
        var further = new Match(offer(SILENT), List.of(), 2);

        assertThat(List.of(one, further)).isSorted();
        assertThat(one).isEqualByComparingTo(new Match(offer(SILENT), List.of(), 1));
        assertThatThrownBy(() -> new Finding(Criterion.NEED, Effect.FOR, 1.1, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finding(Criterion.NEED, Effect.FOR, Double.NaN, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
