package io.github.sprigfhir.domain.research;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.consent.Agreement;
import io.github.sprigfhir.domain.consent.Agreement.Scope;
import io.github.sprigfhir.domain.consent.ConsentRule;
import io.github.sprigfhir.domain.consent.ConsentState;
import io.github.sprigfhir.domain.consent.Given;
import io.github.sprigfhir.domain.consent.Provision;
import io.github.sprigfhir.domain.consent.Provision.Kind;
import io.github.sprigfhir.domain.consent.Span;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.research.Participation.NotAgreed;
import io.github.sprigfhir.domain.research.Participation.OptedOut;
import io.github.sprigfhir.domain.research.Participation.TakesPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResearchRulesTest {

    private static final Party MAUD = new Party("Patient/maud");
    private static final Party UNIVERSITY = new Party("Organization/university");
    private static final Party OTHERS = new Party("Organization/others");
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Span THIS_YEAR = new Span(Optional.of(day("2026-01-01")), Optional.of(day("2027-01-01")));

    @Test
    void whoNeverSaidSoTakesNoPart() {
        assertThat(asked()).isEqualTo(new NotAgreed(ConsentRule.NOT_GIVEN));
        assertThat(asked().takesPart()).isFalse();
    }

    @Test
    void whoAgreesAndNamesNobodyTakesPartInEveryProject() {
        assertThat(asked(agreed("2026-02-01"))).isEqualTo(new TakesPart("Consent/2026-02-01"));
        assertThat(asked(agreed("2026-02-01")).takesPart()).isTrue();
    }

    @Test
    void whoNamesTheResearchersTakesPartInTheirProjectsAlone() {
        assertThat(asked(on("2026-02-01", permit(UNIVERSITY, OTHERS))).takesPart())
                .isTrue();
        assertThat(asked(on("2026-02-01", permit(OTHERS)))).isEqualTo(new NotAgreed(ConsentRule.NOT_GIVEN));
    }

    @Test
    void whoeverHasOptedOutTakesNoPartWhateverTheySigned() {
        assertThat(ResearchRules.takesPart(List.of(agreed("2026-02-01")), MAUD, UNIVERSITY, true, NOW))
                .isEqualTo(new OptedOut());
    }

    @Test
    void theLatestWordCounts() {
        var refusal = on("2026-03-01", provision(Kind.DENY, Optional.empty(), Optional.empty(), THIS_YEAR));

        assertThat(asked(agreed("2026-02-01"), withdrawn("2026-03-01")))
                .isEqualTo(new NotAgreed(ConsentRule.WITHDRAWN));
        assertThat(asked(withdrawn("2026-02-01"), agreed("2026-03-01")).takesPart())
                .isTrue();
        assertThat(asked(agreed("2026-02-01"), refusal)).isEqualTo(new NotAgreed(ConsentRule.DENIED));
        assertThat(asked(refusal, agreed("2026-04-01")).takesPart()).isTrue();
    }

    @Test
    void anExceptionKeepsOneOrganisationOut() {
        var but = new Provision(
                Kind.PERMIT,
                Optional.empty(),
                Optional.of(Set.of(Purpose.RESEARCH)),
                THIS_YEAR,
                false,
                List.of(provision(Kind.DENY, Optional.of(Set.of(UNIVERSITY)), Optional.empty(), Span.ALWAYS)));

        assertThat(asked(on("2026-02-01", but))).isEqualTo(new NotAgreed(ConsentRule.DENIED));
        assertThat(ResearchRules.takesPart(List.of(on("2026-02-01", but)), MAUD, OTHERS, false, NOW)
                        .takesPart())
                .isTrue();
    }

    @Test
    void aConsentCountsInItsTimeAndForResearchAlone() {
        var over = new Span(Optional.of(day("2025-01-01")), Optional.of(NOW));
        var research = Optional.of(Set.of(Purpose.RESEARCH));

        assertThat(asked(on("2026-02-01", provision(Kind.PERMIT, Optional.empty(), research, over))))
                .isEqualTo(new NotAgreed(ConsentRule.OUT_OF_PERIOD));
        assertThat(asked(on(
                        "2026-02-01",
                        provision(Kind.PERMIT, Optional.empty(), Optional.of(Set.of(Purpose.TREATMENT)), THIS_YEAR))))
                .isEqualTo(new NotAgreed(ConsentRule.NOT_GIVEN));
        assertThat(asked(on("2026-02-01", provision(Kind.PERMIT, Optional.empty(), Optional.empty(), THIS_YEAR))))
                .isEqualTo(new NotAgreed(ConsentRule.NOT_GIVEN));
    }

    @Test
    void aConsentWithConditionsNobodyCanKeepPermitsNothing() {
        var limited = new Provision(
                Kind.PERMIT, Optional.empty(), Optional.of(Set.of(Purpose.RESEARCH)), THIS_YEAR, true, List.of());

        assertThat(asked(on("2026-02-01", limited)).takesPart()).isFalse();
    }

    @Test
    void whoeverAgreesForAnotherMustBeVerified() {
        var consent = agreed("2026-02-01");
        var notVerified = consent(consent.name(), MAUD, Scope.RESEARCH, consent.state(), false, consent.provision());

        assertThat(asked(notVerified)).isEqualTo(new NotAgreed(ConsentRule.NOT_VERIFIED));
    }

    @Test
    void consentsOfOthersAndOfOtherScopesDoNotCount() {
        var permit = permit(UNIVERSITY);
        var sharing = consent("Consent/s", MAUD, Scope.SHARING, ConsentState.ACTIVE, true, permit);
        var others =
                consent("Consent/o", new Party("Patient/other"), Scope.RESEARCH, ConsentState.ACTIVE, true, permit);
        var other = consent("Consent/x", MAUD, Scope.OTHER, ConsentState.ACTIVE, true, permit);

        assertThat(asked(sharing, others, other)).isEqualTo(new NotAgreed(ConsentRule.NOT_GIVEN));
    }

    @Test
    void theNextChangeIsThatOfConsentsToResearch() {
        var sharing = consent(
                "Consent/s", MAUD, Scope.SHARING, ConsentState.ACTIVE, true, during("2026-01-01", "2026-12-01"));
        var research = on("2026-02-01", during("2026-01-01", "2027-01-01"));

        assertThat(ResearchRules.nextChange(List.of(sharing, research), MAUD, NOW))
                .contains(day("2027-01-01"));
        assertThat(ResearchRules.nextChange(List.of(sharing), MAUD, NOW)).isEmpty();
    }

    private static Participation asked(Agreement... consents) {
        return ResearchRules.takesPart(List.of(consents), MAUD, UNIVERSITY, false, NOW);
    }

    /** To everybody, for research, this year. */
    private static Agreement agreed(String day) {
        return on(day, during("2026-01-01", "2027-01-01"));
    }

    private static Agreement withdrawn(String day) {
        var consent = agreed(day);
        return new Agreement(
                consent.name(), MAUD, Scope.RESEARCH, ConsentState.ENDED, consent.given(), true, consent.provision());
    }

    private static Agreement on(String day, Provision provision) {
        var given = new Given(day(day), day(day));
        return new Agreement("Consent/" + day, MAUD, Scope.RESEARCH, ConsentState.ACTIVE, given, true, provision);
    }

    private static Agreement consent(
            String name, Party person, Scope scope, ConsentState state, boolean valid, Provision provision) {
        var given = new Given(day("2026-02-01"), day("2026-02-01"));
        return new Agreement(name, person, scope, state, given, valid, provision);
    }

    private static Provision permit(Party... actors) {
        return provision(Kind.PERMIT, Optional.of(Set.of(actors)), Optional.of(Set.of(Purpose.RESEARCH)), THIS_YEAR);
    }

    private static Provision during(String start, String end) {
        var span = new Span(Optional.of(day(start)), Optional.of(day(end)));
        return provision(Kind.PERMIT, Optional.empty(), Optional.of(Set.of(Purpose.RESEARCH)), span);
    }

    private static Provision provision(
            Kind kind, Optional<Set<Party>> actors, Optional<Set<Purpose>> purposes, Span span) {
        return new Provision(kind, actors, purposes, span, false, List.of());
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
