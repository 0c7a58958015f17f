package io.github.sprigfhir.domain.consent;

import static io.github.sprigfhir.domain.consent.Said.CHARITY;
import static io.github.sprigfhir.domain.consent.Said.MAUD;
import static io.github.sprigfhir.domain.consent.Said.NETWORK;
import static io.github.sprigfhir.domain.consent.Said.NOW;
import static io.github.sprigfhir.domain.consent.Said.ask;
import static io.github.sprigfhir.domain.consent.Said.but;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.consent.ConsentDecision.Permitted;
import io.github.sprigfhir.domain.consent.Provision.Kind;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The laws of consent, for whatever people have said. */
class ConsentRulesProperties {

    private static final Ask CHARITY_ASKS = ask(CHARITY);

    @Property
    void addingADenyNeverAllowsMore(
            @ForAll("consents") List<Agreement> consents, @ForAll("agreements") Agreement more) {
        Agreement deny = with(more, denying(more.provision()));
        List<Agreement> all = new ArrayList<>(consents);
        all.add(deny);

        assertNoMore(consents, all);
    }

    @Property
    void addingADenyingExceptionNeverAllowsMore(
            @ForAll("consents") List<Agreement> consents,
            @ForAll("agreements") Agreement changed,
            @ForAll("provisions") Provision exception) {
        Provision was = changed.provision();
        List<Provision> exceptions = new ArrayList<>(was.exceptions());
        exceptions.add(denying(exception));
        List<Agreement> before = and(consents, changed);
        List<Agreement> after = and(consents, with(changed, but(was, exceptions.toArray(Provision[]::new))));

        assertNoMore(before, after);
    }

    @Property
    void withdrawingWhatOnlyPermitsNeverAllowsMore(
            @ForAll("consents") List<Agreement> consents, @ForAll("permits") Agreement withdrawn) {
        assertNoMore(and(consents, withdrawn), and(consents, in(ConsentState.ENDED, withdrawn)));
    }

    @Property
    void nothingIsPermittedByWhatIsNotActive(@ForAll("consents") List<Agreement> consents) {
        if (ConsentRules.decide(consents, CHARITY_ASKS, NOW) instanceof Permitted permitted) {
            assertThat(consents)
                    .anyMatch(consent -> consent.name().equals(permitted.by())
                            && consent.state() == ConsentState.ACTIVE
                            && consent.validlyGiven()
                            && consent.scope() == Agreement.Scope.SHARING
                            && consent.person().equals(MAUD));
        }
    }

    @Property
    void theOrderOfConsentsDoesNotMatter(@ForAll("consents") List<Agreement> consents, @ForAll Random chance) {
        List<Agreement> shuffled = new ArrayList<>(consents);
        Collections.shuffle(shuffled, chance);

        assertThat(ConsentRules.decide(shuffled, CHARITY_ASKS, NOW))
                .isEqualTo(ConsentRules.decide(consents, CHARITY_ASKS, NOW));
    }

    @Property
    void outsideItsPeriodNothingPermits(@ForAll("consents") List<Agreement> consents) {
        Instant later = NOW.plus(Duration.ofDays(4000));
        List<Agreement> over = consents.stream()
                .map(consent -> with(consent, until(consent.provision(), later)))
                .toList();

        assertThat(ConsentRules.decide(over, CHARITY_ASKS, later).isPermitted()).isFalse();
    }

    @Property
    void betweenTwoChangesTheAnswerStays(@ForAll("consents") List<Agreement> consents) {
        Instant end = ConsentRules.nextChange(consents, MAUD, NOW).orElse(NOW.plus(Duration.ofDays(9000)));
        ConsentDecision now = ConsentRules.decide(consents, CHARITY_ASKS, NOW);

        assertThat(Stream.of(
                                NOW.plusMillis(1),
                                NOW.plus(Duration.between(NOW, end).dividedBy(2)),
                                end.minusMillis(1))
                        .filter(when -> when.isAfter(NOW)))
                .allSatisfy(when -> assertThat(ConsentRules.decide(consents, CHARITY_ASKS, when)
                                .isPermitted())
                        .isEqualTo(now.isPermitted()));
    }

    private static void assertNoMore(List<Agreement> before, List<Agreement> after) {
        if (!ConsentRules.decide(before, CHARITY_ASKS, NOW).isPermitted()) {
            assertThat(ConsentRules.decide(after, CHARITY_ASKS, NOW).isPermitted())
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<List<Agreement>> consents() {
        return agreements().list().ofMaxSize(4).map(ConsentRulesProperties::named);
    }

    @Provide
    Arbitrary<Agreement> permits() {
        return agreements().map(consent -> {
            Provision provision = consent.provision();
            return with(in(ConsentState.ACTIVE, consent), permitting(provision));
        });
    }

    @Provide
    Arbitrary<Agreement> agreements() {
        Arbitrary<Given> given = Arbitraries.integers()
                .between(-6, 2)
                .map(days -> NOW.plus(Duration.ofDays(days)))
                .flatMap(moment ->
                        Arbitraries.of(new Given(moment, moment), new Given(moment, moment.plus(Duration.ofDays(1)))));
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(5, MAUD), Tuple.of(1, new Party("Patient/x"))),
                        Arbitraries.frequency(Tuple.of(5, Agreement.Scope.SHARING), Tuple.of(1, Agreement.Scope.OTHER)),
                        Arbitraries.frequency(
                                Tuple.of(4, ConsentState.ACTIVE),
                                Tuple.of(1, ConsentState.ENDED),
                                Tuple.of(1, ConsentState.NEVER)),
                        given,
                        Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)),
                        provisions())
                .as((person, scope, state, when, valid, provision) ->
                        new Agreement("Consent/more", person, scope, state, when, valid, provision));
    }

    @Provide
    Arbitrary<Provision> provisions() {
        return provisions(2);
    }

    private static Arbitrary<Provision> provisions(int depth) {
        Arbitrary<List<Provision>> nested = depth == 0
                ? Arbitraries.just(List.of())
                : provisions(depth - 1).list().ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(3, Kind.PERMIT), Tuple.of(1, Kind.DENY)),
                        Arbitraries.of(
                                Optional.<Set<Party>>empty(),
                                Optional.of(Set.of(CHARITY)),
                                Optional.of(Set.of(NETWORK, CHARITY)),
                                Optional.of(Set.of(NETWORK))),
                        Arbitraries.of(
                                Optional.<Set<Purpose>>empty(),
                                Optional.of(Set.of(Purpose.TREATMENT)),
                                Optional.of(Set.of(Purpose.RESEARCH))),
                        Arbitraries.of(
                                Span.ALWAYS,
                                Span.ALWAYS,
                                new Span(Optional.of(NOW.minusSeconds(9)), Optional.of(NOW.plusSeconds(9))),
                                new Span(Optional.empty(), Optional.of(NOW)),
                                new Span(Optional.of(NOW.plusSeconds(5)), Optional.empty())),
                        Arbitraries.frequency(Tuple.of(6, false), Tuple.of(1, true)),
                        nested)
                .as(Provision::new);
    }

    private static List<Agreement> named(List<Agreement> consents) {
        List<Agreement> named = new ArrayList<>();
        for (Agreement consent : consents) {
            named.add(new Agreement(
                    "Consent/" + named.size(),
                    consent.person(),
                    consent.scope(),
                    consent.state(),
                    consent.given(),
                    consent.validlyGiven(),
                    consent.provision()));
        }
        return named;
    }

    private static List<Agreement> and(List<Agreement> consents, Agreement another) {
        List<Agreement> all = new ArrayList<>(consents);
        all.add(another);
        return all;
    }

    private static Provision denying(Provision provision) {
        return new Provision(
                Kind.DENY, provision.actors(), provision.purposes(), provision.span(), provision.limited(), List.of());
    }

    private static Provision permitting(Provision provision) {
        return new Provision(
                Kind.PERMIT,
                provision.actors(),
                provision.purposes(),
                provision.span(),
                provision.limited(),
                List.of());
    }

    private static Provision until(Provision provision, Instant end) {
        return new Provision(
                provision.kind(),
                provision.actors(),
                provision.purposes(),
                new Span(provision.span().start(), Optional.of(end)),
                provision.limited(),
                provision.exceptions());
    }

    private static Agreement with(Agreement consent, Provision provision) {
        return new Agreement(
                consent.name(),
                consent.person(),
                consent.scope(),
                consent.state(),
                consent.given(),
                consent.validlyGiven(),
                provision);
    }

    private static Agreement in(ConsentState state, Agreement consent) {
        return new Agreement(
                consent.name(),
                consent.person(),
                consent.scope(),
                state,
                consent.given(),
                consent.validlyGiven(),
                consent.provision());
    }
}
