package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sprigfhir.domain.access.Sight.Unseen;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SightRulesTest {

    private static final Party OURS = new Party("Organization/1");
    private static final Party STUDY = new Party("ResearchStudy/loneliness");
    private static final Party THEIRS = new Party("Organization/2");

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRecordIsSeenByItsLabelAlone(Role role) {
        for (var labelled : Role.values()) {
            for (var party : List.of(ours(labelled), theirs(labelled))) {
                var label = new Label(labelled, party);
                var sight = SightRules.decide(caller(role), Set.of(label), Holding.PEOPLE);

                assertThat(sight).isEqualTo(expected(role, labelled == role && party.equals(ours(role))));
            }
        }
    }

    @Test
    void aResearcherOfNoProjectSeesNobody() {
        var caller = new Identity("client", Role.RESEARCHER, OURS, Optional.empty(), Purpose.RESEARCH);

        assertThat(SightRules.labelOf(caller)).isEmpty();
        assertThat(SightRules.decide(caller, Set.of(new Label(Role.RESEARCHER, STUDY)), Holding.PEOPLE))
                .isEqualTo(new Sight.Hidden(Unseen.NOT_FOR_THE_ROLE));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whatCarriesNoLabelIsSeenByNobody(Role role) {
        assertThat(SightRules.decide(caller(role), Set.of(), Holding.PEOPLE)).isInstanceOf(Sight.Hidden.class);
        assertThat(SightRules.decide(caller(role), Set.of(), Holding.UNKNOWN))
                .isEqualTo(new Sight.Hidden(Unseen.UNKNOWN_TYPE));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyReadsTheDirectoryAndTheDefinitions(Role role) {
        assertThat(SightRules.decide(caller(role), Set.of(), Holding.DIRECTORY)).isEqualTo(new Sight.Full());
        assertThat(SightRules.decide(caller(role), Set.of(), Holding.DEFINITIONS))
                .isEqualTo(new Sight.Full());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theAuditIsTheAdministratorsAndOfWhoAsksForThePerson(Role role) {
        for (var purpose : Purpose.values()) {
            var asksForThePerson =
                    purpose == Purpose.PATIENT_REQUEST && (role == Role.REFERRER || role == Role.LINK_WORKER);

            assertThat(SightRules.decide(caller(role, purpose), Set.of(new Label(role, ours(role))), Holding.AUDIT))
                    .isEqualTo(
                            role == Role.ADMINISTRATOR || asksForThePerson
                                    ? new Sight.Full()
                                    : new Sight.Hidden(Unseen.NOT_FOR_THE_ROLE));
        }
    }

    @Test
    void aLabelIsReadAsItIsWritten() {
        for (var role : Role.values()) {
            var label = new Label(role, new Party(type(role) + "5f1c.a-b"));

            assertThat(label.code()).isEqualTo(role.code() + ".5f1c.a-b");
            assertThat(Label.of(label.code())).contains(label);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "provider", "provider.", ".1", "boss.1", "by.provider.1", "Provider.1"})
    void whatIsNoLabelIsNotTakenForOne(String code) {
        assertThat(Label.of(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HealthcareService/1", "Organization/", "1"})
    void onlyAnOrganisationHasALabel(String name) {
        assertThatThrownBy(() -> new Label(Role.PROVIDER, new Party(name)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyResearchersActForAProject() {
        assertThatThrownBy(() -> new Label(Role.PROVIDER, STUDY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("provider cannot act for ResearchStudy/loneliness");
        assertThatThrownBy(() -> new Label(Role.RESEARCHER, OURS)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Role.RESEARCHER.actsFor(new Party("ResearchStudy/"))).isFalse();
    }

    @Test
    void aProviderNeitherAsksNorRecordsPeople() {
        var provider = Set.of(new Label(Role.PROVIDER, OURS));

        assertThatThrownBy(() -> new Episode(provider, Set.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Person(provider, List.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Sight expected(Role role, boolean labelled) {
        return switch (role) {
            case REFERRER, LINK_WORKER, RESEARCHER -> labelled ? new Sight.Full() : new Sight.Hidden(Unseen.NO_LABEL);
            case PROVIDER -> labelled ? new Sight.Minimum() : new Sight.Hidden(Unseen.NO_LABEL);
            case COMMISSIONER, DIRECTORY_EDITOR, ADMINISTRATOR, CONTROLLER -> new Sight.Hidden(Unseen.NOT_FOR_THE_ROLE);
        };
    }

    private static Identity caller(Role role) {
        return caller(role, Purpose.CARE_MANAGEMENT);
    }

    private static Identity caller(Role role, Purpose purpose) {
        return new Identity("client", role, ours(role), Optional.empty(), purpose);
    }

    private static Party ours(Role role) {
        return role == Role.RESEARCHER ? STUDY : OURS;
    }

    private static Party theirs(Role role) {
        return role == Role.RESEARCHER ? new Party("ResearchStudy/other") : THEIRS;
    }

    private static String type(Role role) {
        return role == Role.RESEARCHER ? "ResearchStudy/" : "Organization/";
    }
}
