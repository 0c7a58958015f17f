package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.access.Handed.Stage;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of the circle of care, for random people with their episodes and handovers. */
class CircleProperties {

    private static final Set<Role> SEEING = Set.of(Role.REFERRER, Role.LINK_WORKER, Role.PROVIDER);

    @Property
    void whoHasNoPartInAPersonSeesNothingOfThem(@ForAll("people") Person person, @ForAll Role role) {
        var stranger = caller(role, organisation(99));

        everythingOf(person)
                .forEach(record -> assertThat(sight(stranger, record)).isInstanceOf(Sight.Hidden.class));
    }

    @Property
    void whoeverSeesARecordAsLinkWorkerOrReferrerSeesThePerson(@ForAll("people") Person person) {
        var ofPerson = new OnRecord.OfPerson(person).labels();

        everythingOf(person)
                .flatMap(record -> record.labels().stream())
                .filter(label -> label.role() != Role.PROVIDER)
                .forEach(label -> assertThat(ofPerson).contains(label));
    }

    @Property
    void whoeverSeesWhatBelongsToARequestAsLinkWorkerOrReferrerSeesTheRequest(@ForAll("episodes") Episode episode) {
        var referral = new OnRecord.OfEpisode(episode).labels();

        Stream.concat(recordsOf(episode), handoversOf(episode, true))
                .flatMap(record -> record.labels().stream())
                .filter(label -> label.role() != Role.PROVIDER)
                .forEach(label -> assertThat(referral).contains(label));
    }

    @Property
    void onlyAnOpenHandoverShowsAPersonToItsProvider(@ForAll("people") Person person) {
        var open = person.episodes().stream()
                .flatMap(episode -> episode.handovers().stream())
                .filter(handed -> handed.stage() == Stage.OPEN)
                .map(Handed::organisation)
                .collect(Collectors.toSet());

        assertThat(providersOf(new OnRecord.OfPerson(person))).isEqualTo(open);
    }

    @Property
    void aHandoverThatEndsTakesItsProviderOffEverythingButTheHandover(
            @ForAll("episodes") Episode episode, @ForAll Stage stage) {
        var ended = new Episode(
                episode.askers(),
                episode.linkWorkers(),
                episode.handovers().stream()
                        .map(handed -> new Handed(
                                handed.organisation(),
                                handed.stage() == Stage.OPEN && stage != Stage.OPEN ? stage : handed.stage()))
                        .toList());
        var person = new Person(Set.of(), List.of(ended), Set.of());
        var stillOpen = stage == Stage.OPEN ? Set.copyOf(providersOf(new OnRecord.OfPerson(person))) : Set.<Party>of();

        assertThat(providersOf(new OnRecord.OfPerson(person))).isEqualTo(stillOpen);
        assertThat(providersOf(new OnRecord.Known(person, Set.of(), true))).isEqualTo(stillOpen);
        assertThat(providersOf(new OnRecord.OnwardRequest(ended, ended.handovers())))
                .isEqualTo(stillOpen);
    }

    @Property
    void whatWasTakenBackIsNotEvenSeenAsAHandover(@ForAll("episodes") Episode episode) {
        for (var handed : episode.handovers()) {
            assertThat(providersOf(new OnRecord.OfHandover(episode, handed, false)))
                    .isEqualTo(handed.stage() == Stage.TAKEN_BACK ? Set.of() : Set.of(handed.organisation()));
        }
    }

    @Property
    void noEscalationIsToldToAProvider(@ForAll("episodes") Episode episode, @ForAll("parties") Set<Party> told) {
        assertThat(providersOf(new OnRecord.OfEscalation(episode, told, told))).isEmpty();
    }

    @Property
    void aRiskThatIsNotMarkedShareableIsSeenByNoProviderButItsAuthor(@ForAll("people") Person person) {
        assertThat(providersOf(new OnRecord.Known(person, Set.of(), false))).isEmpty();
    }

    @Property
    void noProviderSeesAConsent(@ForAll("people") Person person, @ForAll("labels") Set<Label> authors) {
        assertThat(providersOf(new OnRecord.OfConsent(person, authors))).isEmpty();
    }

    @Property
    void oneMoreEpisodeTakesNobodysSightAway(@ForAll("people") Person person, @ForAll("episodes") Episode another) {
        var episodes = new ArrayList<>(person.episodes());
        episodes.add(another);
        var more = new Person(person.recorders(), episodes, person.escalatedTo());

        assertThat(new OnRecord.OfPerson(more).labels()).containsAll(new OnRecord.OfPerson(person).labels());
    }

    @Property
    void oneMoreEpisodeOfOthersShowsNobodyTheRecordsOfThisOne(
            @ForAll("episodes") Episode episode, @ForAll("episodes") Episode another) {
        var before = recordsOf(episode).map(OnRecord::labels).toList();
        new Person(Set.of(), List.of(episode, another), Set.of());

        assertThat(recordsOf(episode).map(OnRecord::labels).toList()).isEqualTo(before);
    }

    @Property
    void whoeverSeesAChangeSeesAllThatWasChanged(@ForAll("people") Person person) {
        var changed = everythingOf(person).map(OnRecord::labels).toList();

        for (var label : new OnRecord.OfChange(changed).labels()) {
            assertThat(changed).allMatch(labels -> labels.contains(label));
        }
    }

    @Property
    void whoIsToldSeesTheMessageOnlyIfTheyHaveAPart(
            @ForAll("episodes") Episode episode, @ForAll("parties") Set<Party> told) {
        var labels = new OnRecord.InTheCourse(Optional.of(episode), Set.of(), told).labels();

        assertThat(labels)
                .allMatch(label -> episode.linkWorkers().contains(label.organisation())
                        || episode.partsOf(label.organisation()).contains(label));
    }

    @Property
    void whoIsNotAskedIsNotToldOfThePool(@ForAll("episodes") Episode episode, @ForAll("parties") Set<Party> asked) {
        assertThat(asked).containsAll(providersOf(new OnRecord.InThePool(episode, asked, Stage.OPEN, false)));
    }

    @Property
    void whatIsTakenBackFromThePoolIsOfferedToNobody(
            @ForAll("episodes") Episode episode, @ForAll("parties") Set<Party> asked) {
        assertThat(providersOf(new OnRecord.InThePool(episode, asked, Stage.TAKEN_BACK, true)))
                .isEmpty();
    }

    private static Stream<OnRecord> everythingOf(Person person) {
        return Stream.concat(
                Stream.of(
                        new OnRecord.OfPerson(person),
                        new OnRecord.OfConsent(person, Set.of()),
                        new OnRecord.Known(person, Set.of(), true),
                        new OnRecord.Known(person, Set.of(), false)),
                person.episodes().stream()
                        .flatMap(episode -> Stream.concat(recordsOf(episode), handoversOf(episode, false))));
    }

    private static Stream<OnRecord> recordsOf(Episode episode) {
        var everybody = Stream.of(
                        episode.linkWorkers().stream(),
                        episode.askers().stream().map(Label::organisation),
                        episode.handovers().stream().map(Handed::organisation))
                .flatMap(parties -> parties)
                .collect(Collectors.toSet());
        return Stream.of(
                new OnRecord.OfEpisode(episode),
                new OnRecord.OnwardRequest(episode, episode.handovers()),
                new OnRecord.InThePool(episode, everybody, Stage.OPEN, true),
                new OnRecord.InThePool(episode, Set.of(), Stage.ENDED, false),
                new OnRecord.InTheCourse(Optional.of(episode), Set.of(), everybody));
    }

    private static Stream<OnRecord> handoversOf(Episode episode, boolean forLinkWorkers) {
        return episode.handovers().stream().map(handed -> new OnRecord.OfHandover(episode, handed, forLinkWorkers));
    }

    private static Set<Party> providersOf(OnRecord record) {
        return record.labels().stream()
                .filter(label -> label.role() == Role.PROVIDER)
                .map(Label::organisation)
                .collect(Collectors.toSet());
    }

    private static Sight sight(Identity caller, OnRecord record) {
        return SightRules.decide(caller, record.labels(), Holding.PEOPLE);
    }

    private static Identity caller(Role role, Party organisation) {
        return new Identity("client", role, organisation, Optional.empty(), Purpose.CARE_MANAGEMENT);
    }

    private static Party organisation(int number) {
        return new Party("Organization/" + number);
    }

    @Provide
    Arbitrary<Set<Party>> parties() {
        return party().set().ofMaxSize(3);
    }

    @Provide
    Arbitrary<Set<Label>> labels() {
        return Combinators.combine(Arbitraries.of(SEEING), party())
                .as(Label::new)
                .set()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<Episode> episodes() {
        var handed = Combinators.combine(party(), Arbitraries.of(Stage.class)).as(Handed::new);
        return Combinators.combine(askers(), parties(), handed.list().ofMaxSize(4))
                .as(Episode::new);
    }

    @Provide
    Arbitrary<Person> people() {
        return Combinators.combine(askers(), episodes().list().ofMaxSize(3), parties())
                .as(Person::new);
    }

    private static Arbitrary<Party> party() {
        return Arbitraries.integers().between(1, 6).map(CircleProperties::organisation);
    }

    private Arbitrary<Set<Label>> askers() {
        return labels().map(labels ->
                labels.stream().filter(label -> label.role() != Role.PROVIDER).collect(Collectors.toSet()));
    }
}
