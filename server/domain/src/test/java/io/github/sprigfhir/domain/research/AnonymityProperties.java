package io.github.sprigfhir.domain.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of anonymity, whoever takes part. */
class AnonymityProperties {

    @Property
    void whatIsShownOfSomebodyIsShownOfKAtLeast(
            @ForAll("people") List<Subject> people, @ForAll("protections") Protection protection) {
        var found = Anonymity.of(protection, people);

        var crowds = people.stream()
                .filter(person -> found.shown().containsKey(person.pseudonym()))
                .collect(Collectors.groupingBy(person -> face(person, found, protection), Collectors.counting()))
                .values();

        assertThat(crowds).allMatch(crowd -> crowd >= protection.k());
        assertThat(found.smallest())
                .isEqualTo(crowds.stream().mapToInt(Math::toIntExact).min().orElse(0));
    }

    /** Somebody who knows all traits of a person, and on which days they were seen, finds k copies that fit. */
    @Property
    void whoeverKnowsEachVisitFindsKAtLeast(
            @ForAll("people") List<Subject> people, @ForAll("protections") Protection protection) {
        var found = Anonymity.of(protection, people);
        var shown = people.stream()
                .filter(person -> found.shown().containsKey(person.pseudonym()))
                .toList();

        assertThat(shown).allSatisfy(person -> assertThat(shown.stream()
                        .filter(copy ->
                                visits(copy, copy, found, protection).equals(visits(person, copy, found, protection)))
                        .count())
                .isGreaterThanOrEqualTo(protection.k()));
    }

    /** What of somebody's traits and visits is shown where they are shown as the copy is. */
    private static List<Object> visits(Subject known, Subject copy, Anonymity found, Protection protection) {
        var step = Optional.ofNullable(found.shown().get(copy.pseudonym())).orElseThrow();
        var timeline = Timeline.of(protection.days(), known.days());
        return List.of(
                step.show(known.traits()),
                known.happenings().stream()
                        .filter(one -> one.type().equals("Encounter") && step.contacts())
                        .map(one -> timeline.show(one.day(), step.days()).orElse(""))
                        .sorted()
                        .toList());
    }

    /** Also when some of them leave before it is shown, a place that a copy names is named by k. */
    @Property
    void whoeverLeavesInTheMeantimeLeavesNobodyAlone(
            @ForAll("people") List<Subject> people,
            @ForAll("protections") Protection protection,
            @ForAll Random chance) {
        var copied = copied(people, Anonymity.of(protection, people));
        copied.keySet().removeIf(person -> chance.nextInt(4) == 0);

        var left = Anonymity.left(protection, copied);

        var shown = people.stream()
                .filter(person -> left.shown().containsKey(person.pseudonym()))
                .map(person ->
                        new Subject(person.pseudonym(), person.traits(), person.happenings(), named(copied, person)))
                .toList();
        var crowds = shown.stream()
                .collect(Collectors.groupingBy(person -> face(person, left, protection), Collectors.counting()))
                .values();
        var naming = shown.stream()
                .flatMap(person -> person.places().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(crowds).allMatch(crowd -> crowd >= protection.k());
        assertThat(naming.values()).allMatch(crowd -> crowd >= protection.k());
        assertThat(left.places()).containsExactlyInAnyOrderElementsOf(naming.keySet());
        assertThat(left.smallest())
                .isEqualTo(crowds.stream().mapToInt(Math::toIntExact).min().orElse(0));
        assertThat(left.shown().size() + left.withheld().size()).isEqualTo(copied.size());
    }

    @Property
    void whereNobodyLeavesAllAreShown(
            @ForAll("people") List<Subject> people, @ForAll("protections") Protection protection) {
        var found = Anonymity.of(protection, people);

        var left = Anonymity.left(protection, copied(people, found));

        assertThat(left.shown()).isEqualTo(found.shown());
        assertThat(left.places()).isEqualTo(found.places());
        assertThat(left.smallest()).isEqualTo(found.smallest());
    }

    /** Each as they are copied: naming such places alone as are named. */
    private static Map<Subject, Fineness> copied(List<Subject> people, Anonymity found) {
        var places = Set.copyOf(found.places());
        var shown = Map.copyOf(found.shown());
        return people.stream()
                .filter(person -> shown.containsKey(person.pseudonym()))
                .collect(Collectors.toMap(
                        person -> new Subject(
                                person.pseudonym(),
                                person.traits(),
                                person.happenings(),
                                person.places().stream()
                                        .filter(places::contains)
                                        .collect(Collectors.toSet())),
                        person -> Optional.ofNullable(shown.get(person.pseudonym()))
                                .orElseThrow()));
    }

    private static Set<String> named(Map<Subject, Fineness> copied, Subject person) {
        return copied.keySet().stream()
                .filter(one -> one.pseudonym().equals(person.pseudonym()))
                .findFirst()
                .orElseThrow()
                .places();
    }

    @Property
    void everybodyIsEitherShownOrWithheld(
            @ForAll("people") List<Subject> people, @ForAll("protections") Protection protection) {
        var found = Anonymity.of(protection, people);

        var all = new ArrayList<>(found.shown().keySet());
        all.addAll(found.withheld());
        assertThat(all)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(Subject::pseudonym).toList());
    }

    @Property
    void theOrderInWhichPeopleComeDoesNotMatter(
            @ForAll("people") List<Subject> people,
            @ForAll("protections") Protection protection,
            @ForAll Random chance) {
        var shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, chance);

        assertThat(Anonymity.of(protection, shuffled)).isEqualTo(Anonymity.of(protection, people));
    }

    @Property
    void fewerThanKAreAllWithheld(
            @ForAll("people") List<Subject> people, @ForAll("protections") Protection protection) {
        var few = people.subList(0, Math.min(people.size(), protection.k() - 1));

        assertThat(Anonymity.of(protection, few).shown()).isEmpty();
    }

    @Property
    void kWhoAreAlikeAreShownAtTheFinest(
            @ForAll("person") Subject person, @ForAll("protections") Protection protection) {
        var alike = IntStream.range(0, protection.k())
                .mapToObj(number -> new Subject("p" + number, person.traits(), person.happenings(), person.places()))
                .toList();

        assertThat(Anonymity.of(protection, alike).shown().values())
                .hasSize(protection.k())
                .containsOnly(Fineness.ladder(protection).get(0));
    }

    /** Withheld is only who has to be. */
    @Property
    void nobodyWithheldCouldHaveBeenShownAmongThoseWithheld(
            @ForAll("people") List<Subject> people, @ForAll("protections") Protection protection) {
        var withheld = Anonymity.of(protection, people).withheld();
        var left = people.stream()
                .filter(person -> withheld.contains(person.pseudonym()))
                .toList();

        assertThat(Anonymity.of(protection, left).shown()).isEmpty();
    }

    /** The largest project that we know how to imagine; hashing takes about a second, comparing all with all would not end. */
    @Example
    void aHundredThousandPeopleTakeSeconds() {
        var chance = new Random(17);
        var people = new ArrayList<Subject>();
        for (int i = 0; i < 100_000; i++) {
            var days = new ArrayList<Happening>();
            var first = LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(300));
            for (int day = 0; day < 20; day++) {
                days.add(new Happening("Task", first.plusDays(7L * (day / 4))));
            }
            var known = People.traits("35-44", chance.nextBoolean() ? "female" : "male", "A", "E0" + i % 500, i % 10);
            people.add(new Subject("p" + i, known, days, Set.of("s" + i % 300)));
        }
        var begun = System.nanoTime();

        var found = Anonymity.of(new Protection(5, Days.SINCE_FIRST, Area.SMALL_AREA), people);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        assertThat(found.shown()).hasSize(100_000);
        assertThat(found.smallest()).isGreaterThanOrEqualTo(5);
    }

    /** All that a reader of the release sees of somebody, taken from what would be written. */
    private static List<Object> face(Subject person, Anonymity found, Protection protection) {
        var step = Optional.ofNullable(found.shown().get(person.pseudonym())).orElseThrow();
        var timeline = Timeline.of(protection.days(), person.days());
        return List.of(
                step,
                step.show(person.traits()),
                person.happenings().stream()
                        .filter(step::shows)
                        .map(one -> one.type()
                                + timeline.show(one.day(), step.days()).orElse(""))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    @Provide
    Arbitrary<List<Subject>> people() {
        return subjects().list().ofMaxSize(40).map(drawn -> IntStream.range(0, drawn.size())
                .mapToObj(number -> new Subject(
                        "p" + number,
                        drawn.get(number).traits(),
                        drawn.get(number).happenings(),
                        drawn.get(number).places()))
                .toList());
    }

    @Provide
    Arbitrary<Subject> person() {
        return subjects();
    }

    private static Arbitrary<Subject> subjects() {
        var traits = Combinators.combine(
                        optional("18-24", "25-34"),
                        optional("female", "male"),
                        optional("A", "B"),
                        optional("E1", "E2", "E3"),
                        Arbitraries.of(Optional.<Integer>empty(), Optional.of(1), Optional.of(2)))
                .as(Traits::new);
        var days = Arbitraries.integers().between(0, 800).map(day -> LocalDate.of(2025, 1, 1)
                .plusDays(day));
        var happenings = Combinators.combine(Arbitraries.of("Task", "Observation", "Encounter"), days)
                .as(Happening::new)
                .list()
                .ofMaxSize(3);
        var places = Arbitraries.of("choir", "garden", "gallery").set().ofMaxSize(2);
        return Combinators.combine(traits, happenings, places)
                .as((known, all, named) -> new Subject("p", known, all, named));
    }

    private static Arbitrary<Optional<String>> optional(String... values) {
        return Arbitraries.of(values).optional(0.8);
    }

    @Provide
    Arbitrary<Protection> protections() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 6), Arbitraries.of(Days.class), Arbitraries.of(Area.class))
                .as(Protection::new);
    }
}
