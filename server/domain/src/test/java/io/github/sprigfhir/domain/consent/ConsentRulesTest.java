package io.github.sprigfhir.domain.consent;

import static io.github.sprigfhir.domain.consent.Said.CHARITY;
import static io.github.sprigfhir.domain.consent.Said.MAUD;
import static io.github.sprigfhir.domain.consent.Said.NETWORK;
import static io.github.sprigfhir.domain.consent.Said.NOW;
import static io.github.sprigfhir.domain.consent.Said.ask;
import static io.github.sprigfhir.domain.consent.Said.but;
import static io.github.sprigfhir.domain.consent.Said.day;
import static io.github.sprigfhir.domain.consent.Said.deny;
import static io.github.sprigfhir.domain.consent.Said.during;
import static io.github.sprigfhir.domain.consent.Said.limited;
import static io.github.sprigfhir.domain.consent.Said.notVerified;
import static io.github.sprigfhir.domain.consent.Said.on;
import static io.github.sprigfhir.domain.consent.Said.permit;
import static io.github.sprigfhir.domain.consent.Said.provision;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.consent.ConsentDecision.Permitted;
import io.github.sprigfhir.domain.consent.ConsentDecision.Refused;
import io.github.sprigfhir.domain.consent.Provision.Kind;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConsentRulesTest {

    private static final Provision TO_THE_CHARITY = permit(CHARITY);

    @Test
    void withoutAnyConsentNobodyMayKnow() {
        refused(ConsentRule.NOT_GIVEN);
    }

    @Test
    void whoIsNamedMayKnowAndTheConsentIsNamed() {
        Agreement consent = on("2026-09-07", TO_THE_CHARITY);

        assertThat(decide(consent)).isEqualTo(new Permitted(consent.name()));
    }

    static Stream<Arguments> provisions() {
        var anybody = Optional.<Set<Party>>empty();
        var care = Optional.of(Set.of(Purpose.TREATMENT));
        return Stream.of(
                table("names another", permit(NETWORK), ConsentRule.NOT_GIVEN),
                table("names both", permit(NETWORK, CHARITY), null),
                table("names nobody", provision(Kind.PERMIT, anybody, care), ConsentRule.NOT_GIVEN),
                table(
                        "names no purpose",
                        provision(Kind.PERMIT, Optional.of(Set.of(CHARITY)), Optional.empty()),
                        ConsentRule.NOT_GIVEN),
                table(
                        "is for research",
                        provision(Kind.PERMIT, Optional.of(Set.of(CHARITY)), Optional.of(Set.of(Purpose.RESEARCH))),
                        ConsentRule.NOT_GIVEN),
                table("has conditions nobody can judge", limited(TO_THE_CHARITY), ConsentRule.NOT_GIVEN),
                table("is over", during(TO_THE_CHARITY, "2025-01-01", "2026-11-22"), ConsentRule.OUT_OF_PERIOD),
                table("begins later", during(TO_THE_CHARITY, "2026-11-23", "2027-01-01"), ConsentRule.OUT_OF_PERIOD),
                table("holds today alone", during(TO_THE_CHARITY, "2026-11-22", "2026-11-23"), null),
                table("denies", deny(CHARITY), ConsentRule.DENIED),
                table("denies everybody", provision(Kind.DENY, anybody, Optional.empty()), ConsentRule.DENIED),
                table("denies another", deny(NETWORK), ConsentRule.NOT_GIVEN),
                table(
                        "denies research",
                        but(TO_THE_CHARITY, provision(Kind.DENY, anybody, Optional.of(Set.of(Purpose.RESEARCH)))),
                        null),
                table("permits but for them", but(permit(NETWORK, CHARITY), deny(CHARITY)), ConsentRule.DENIED),
                table("permits but for others", but(permit(NETWORK, CHARITY), deny(NETWORK)), null),
                table("permits others but denies them", but(permit(NETWORK), deny(CHARITY)), ConsentRule.DENIED),
                table("denies all but them", but(provision(Kind.DENY, anybody, care), TO_THE_CHARITY), null),
                table("denies and permits", but(TO_THE_CHARITY, TO_THE_CHARITY, deny(CHARITY)), ConsentRule.DENIED),
                table(
                        "permits inside what is about others",
                        but(permit(NETWORK), TO_THE_CHARITY),
                        ConsentRule.NOT_GIVEN),
                table(
                        "makes an exception to the exception",
                        but(TO_THE_CHARITY, but(deny(CHARITY), TO_THE_CHARITY)),
                        null),
                table(
                        "denied for a time that is over",
                        but(TO_THE_CHARITY, during(deny(CHARITY), "2026-10-01", "2026-11-01")),
                        null),
                table(
                        "denies for the time being",
                        but(TO_THE_CHARITY, during(deny(CHARITY), "2026-11-01", "2026-12-01")),
                        ConsentRule.DENIED),
                table("denies on conditions", but(TO_THE_CHARITY, limited(deny(CHARITY))), ConsentRule.DENIED),
                table(
                        "denies within a time that is over",
                        during(but(TO_THE_CHARITY, deny(CHARITY)), "2025-01-01", "2026-01-01"),
                        ConsentRule.NOT_GIVEN));
    }

    @ParameterizedTest(name = "a consent that {0}")
    @MethodSource("provisions")
    void theProvisionsSayWho(String what, Provision provision, Optional<ConsentRule> refusal) {
        assertThat(reason(decide(on("2026-09-07", provision)))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "active, ACTIVE",
        "inactive, ENDED",
        "rejected, ENDED",
        "entered-in-error, NEVER",
        "draft, NEVER",
        "proposed, NEVER",
        "'', NEVER"
    })
    void theStateFollowsFromTheCode(String code, ConsentState state) {
        assertThat(ConsentState.of(code)).isEqualTo(state);
    }

    @Test
    void aWithdrawnConsentStopsSharing() {
        refused(ConsentRule.WITHDRAWN, on("2026-09-07", ConsentState.ENDED, TO_THE_CHARITY));
    }

    @Test
    void whatNeverHeldSaysNothing() {
        refused(ConsentRule.NOT_GIVEN, on("2026-09-07", ConsentState.NEVER, TO_THE_CHARITY));
        permitted(on("2026-09-07", TO_THE_CHARITY), on("2026-10-07", ConsentState.NEVER, deny(CHARITY)));
    }

    @Test
    void theMostRecentWordCounts() {
        permitted(on("2026-09-07", deny(CHARITY)), on("2026-10-07", TO_THE_CHARITY));
        refused(ConsentRule.DENIED, on("2026-09-07", TO_THE_CHARITY), on("2026-10-07", deny(CHARITY)));
        refused(ConsentRule.DENIED, on("2026-09-07", TO_THE_CHARITY), on("2026-09-07", deny(CHARITY)));
    }

    @Test
    void aWordAboutSomebodyElseLeavesTheOldOneStanding() {
        permitted(on("2026-09-07", TO_THE_CHARITY), on("2026-10-07", permit(NETWORK)), on("2026-10-08", deny(NETWORK)));
    }

    @Test
    void whoTakesBackTheirLatestWordBringsNoEarlierOneToLife() {
        Agreement earlier = on("2026-09-07", TO_THE_CHARITY);

        refused(ConsentRule.WITHDRAWN, earlier, on("2026-10-07", ConsentState.ENDED, TO_THE_CHARITY));
        refused(
                ConsentRule.WITHDRAWN,
                earlier,
                on("2026-10-07", ConsentState.ENDED, during(TO_THE_CHARITY, "2026-10-07", "2026-10-08")));
        refused(
                ConsentRule.WITHDRAWN,
                earlier,
                on(
                        "2026-10-07",
                        ConsentState.ENDED,
                        but(TO_THE_CHARITY, during(deny(CHARITY), "2026-10-07", "2026-10-08"))));
    }

    @Test
    void whoAgreesAgainIsHeard() {
        permitted(on("2026-09-07", ConsentState.ENDED, TO_THE_CHARITY), on("2026-10-07", TO_THE_CHARITY));
    }

    @Test
    void aRefusalThatWasTakenBackStandsInNobodysWay() {
        permitted(on("2026-09-07", TO_THE_CHARITY), on("2026-10-07", ConsentState.ENDED, deny(CHARITY)));
    }

    @Test
    void ofTwoOnOneDayNobodyKnowsWhichWasFirstAndNoIsSafer() {
        Agreement yes = given(TO_THE_CHARITY, "2026-11-20T15:00:00Z", "2026-11-20T15:00:00Z");
        Agreement no = given(deny(CHARITY), "2026-11-20T00:00:00Z", "2026-11-20T23:59:59Z");
        Agreement laterYes = given(TO_THE_CHARITY, "2026-11-21T00:00:00Z", "2026-11-21T23:59:59Z");

        refused(ConsentRule.DENIED, yes, no);
        permitted(yes, no, laterYes);
    }

    @Test
    void whatIsDatedInTheFutureDoesNotPermitYet() {
        refused(ConsentRule.OUT_OF_PERIOD, given(TO_THE_CHARITY, "2026-11-22T09:05:01Z", "2026-11-22T09:05:01Z"));
        permitted(given(TO_THE_CHARITY, "2026-11-22T09:05:00Z", "2026-11-22T09:05:00Z"));
    }

    @Test
    void aRefusalIsHeardWhateverItsDate() {
        refused(ConsentRule.DENIED, on("2026-09-07", TO_THE_CHARITY), on("2027-10-07", deny(CHARITY)));
    }

    @Test
    void whoAgreesForAPersonMustBeVerified() {
        Agreement consent = on("2026-09-07", TO_THE_CHARITY);

        refused(ConsentRule.NOT_VERIFIED, notVerified(consent));
        permitted(notVerified(on("2026-10-07", TO_THE_CHARITY)), consent);
        refused(ConsentRule.DENIED, consent, notVerified(on("2026-10-07", deny(CHARITY))));
    }

    @Test
    void theConsentOfSomebodyElseDoesNotCount() {
        Agreement consent = on("2026-09-07", TO_THE_CHARITY);
        var ask = new Ask(new Party("Patient/other"), CHARITY, Purpose.TREATMENT);

        assertThat(ConsentRules.decide(List.of(consent), ask, NOW)).isEqualTo(new Refused(ConsentRule.NOT_GIVEN));
    }

    @Test
    void aConsentToResearchSaysNothingOfSharing() {
        Agreement consent = on("2026-09-07", TO_THE_CHARITY);
        var research = new Agreement(
                "Consent/r", MAUD, Agreement.Scope.OTHER, consent.state(), consent.given(), true, consent.provision());

        refused(ConsentRule.NOT_GIVEN, research);
        assertThat(ConsentRules.nextChange(List.of(research), MAUD, day("2026-01-01")))
                .isEmpty();
    }

    @Test
    void theNextChangeIsTheNextEdgeOfWhatIsActive() {
        Agreement consent = on(
                "2026-09-07",
                but(
                        during(TO_THE_CHARITY, "2026-09-07", "2027-09-07"),
                        during(deny(CHARITY), "2027-01-01", "2027-02-01")));
        Agreement ended = on("2026-09-07", ConsentState.ENDED, during(TO_THE_CHARITY, "2026-09-07", "2026-12-01"));

        assertThat(ConsentRules.nextChange(List.of(ended, consent), MAUD, NOW)).contains(day("2027-01-01"));
        assertThat(ConsentRules.nextChange(List.of(consent), MAUD, day("2027-01-01")))
                .contains(day("2027-02-01"));
        assertThat(ConsentRules.nextChange(List.of(consent), MAUD, day("2027-02-01")))
                .contains(day("2027-09-07"));
        assertThat(ConsentRules.nextChange(List.of(consent), MAUD, day("2027-09-07")))
                .isEmpty();
        assertThat(ConsentRules.nextChange(List.of(consent), new Party("Patient/other"), NOW))
                .isEmpty();
    }

    @Test
    void aConsentThatIsDatedInTheFutureIsAChangeToCome() {
        Agreement consent = on("2027-10-07", TO_THE_CHARITY);

        assertThat(ConsentRules.nextChange(List.of(consent), MAUD, NOW))
                .contains(day("2027-10-07").minus(Duration.ofMinutes(5)));
    }

    @Test
    void onlyWhatDeniesOrHasEndedMayTakeSomethingBack() {
        assertThat(on("2026-09-07", TO_THE_CHARITY).mayTakeBack()).isFalse();
        assertThat(on("2026-09-07", but(TO_THE_CHARITY, but(permit(NETWORK), deny(CHARITY))))
                        .mayTakeBack())
                .isTrue();
        assertThat(on("2026-09-07", deny(CHARITY)).mayTakeBack()).isTrue();
        assertThat(on("2026-09-07", ConsentState.ENDED, TO_THE_CHARITY).mayTakeBack())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleHasItsWords(ConsentRule rule) {
        var refusal = ConsentRefusals.of(rule);

        assertThat(refusal.reason()).isEqualTo(rule);
        assertThat(refusal.text()).endsWith(".");
        assertThat(refusal.remedy()).endsWith(".");
        assertThat(rule.key()).matches("[a-z-]+");
    }

    private static Agreement given(Provision provision, String earliest, String latest) {
        var given = new Given(Instant.parse(earliest), Instant.parse(latest));
        return new Agreement(
                "Consent/" + earliest + provision.kind(),
                MAUD,
                Agreement.Scope.SHARING,
                ConsentState.ACTIVE,
                given,
                true,
                provision);
    }

    private static Arguments table(String what, Provision provision, @Nullable ConsentRule refusal) {
        return Arguments.of(what, provision, Optional.ofNullable(refusal));
    }

    private static void permitted(Agreement... consents) {
        assertThat(decide(consents).isPermitted()).isTrue();
    }

    private static void refused(ConsentRule reason, Agreement... consents) {
        assertThat(decide(consents)).isEqualTo(new Refused(reason));
        assertThat(decide(consents).isPermitted()).isFalse();
    }

    private static ConsentDecision decide(Agreement... consents) {
        return ConsentRules.decide(List.of(consents), ask(CHARITY), NOW);
    }

    private static Optional<ConsentRule> reason(ConsentDecision decision) {
        return decision instanceof Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }
}
