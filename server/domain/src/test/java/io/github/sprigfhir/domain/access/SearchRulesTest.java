package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.access.Asked.Use;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRulesTest {

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REFERRER", "LINK_WORKER"})
    void whoSeesAllOfARecordMayAskForAnyPartOfIt(Role role) {
        assertThat(isAsked(role, "Patient", Asked.plain(Use.FILTER, "identifier")))
                .isTrue();
        assertThat(isAsked(role, "Patient", Asked.plain(Use.SORT, "birthdate"))).isTrue();
        assertThat(isAsked(role, "Task", Asked.plain(Use.FILTER, "_lastUpdated")))
                .isTrue();
        assertThat(isAsked(role, "ServiceRequest", Asked.plain(Use.REVINCLUDE, "based-on")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Task, patient, name",
        "Task, patient, identifier",
        "Encounter, subject, birthdate",
        "Task, focus, identifier",
        "Observation, based-on, identifier",
        "Goal, addresses, status",
        "CarePlan, referral, status",
        "Encounter, based-on, need"
    })
    void aChainIsSafeToWhatWhoeverSeesTheRecordSees(String type, String parameter, String step) {
        assertThat(isAsked(Role.LINK_WORKER, type, chain(parameter, step))).isTrue();
        assertThat(isAsked(Role.REFERRER, type, chain(parameter, step))).isTrue();
        assertThat(isAsked(Role.PROVIDER, type, chain(parameter, step))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Communication, based-on, identifier",
        "CarePlan, goal, lifecycle-status",
        "Task, part-of, status",
        "Provenance, target, status",
        "Observation, focus, name",
        "Task, patient, organization.name",
        "Task, patient, _has:Task:patient:status",
        "Task, patient, _tag",
        "Task, patient, _security",
        "Consent, actor, name"
    })
    void anyOtherChainIsRefused(String type, String parameter, String step) {
        for (var role : Role.values()) {
            var seesAll = role == Role.RESEARCHER && !step.contains(".") && !step.startsWith("_");
            assertThat(isAsked(role, type, chain(parameter, step))).isEqualTo(seesAll);
        }
    }

    @Test
    void aResearcherSeesAllThatAChainLeadsTo() {
        assertThat(isAsked(Role.RESEARCHER, "Patient", reverse("Encounter", "patient", "status")))
                .isTrue();
        assertThat(isAsked(Role.RESEARCHER, "HealthcareService", reverse("Task", "owner", "status")))
                .isTrue();
        assertThat(isAsked(Role.RESEARCHER, "Patient", reverse("Encounter", "patient", "_security")))
                .isFalse();
        assertThat(isAsked(Role.RESEARCHER, "Patient", reverse("Task", "patient", "_has:Task:part-of:status")))
                .isFalse();
        assertThat(isAsked(Role.RESEARCHER, "Task", chain("owner", "_tag"))).isFalse();
        assertThat(isAsked(Role.RESEARCHER, "Task", chain("_security", "status")))
                .isFalse();
    }

    @Test
    void aChainThatNamesAnotherTypeIsAnotherChain() {
        assertThat(isAsked(Role.LINK_WORKER, "Task", chain("patient", "Patient", "name")))
                .isTrue();
        assertThat(isAsked(Role.LINK_WORKER, "Observation", chain("subject", "Group", "name")))
                .isFalse();
        assertThat(isAsked(Role.LINK_WORKER, "Task", chain("focus", "Communication", "status")))
                .isFalse();
        assertThat(isAsked(Role.LINK_WORKER, "Task", chain("requester", "Patient", "name")))
                .isFalse();
    }

    @Test
    void theDirectoryMayBeAskedThrough() {
        var byService = chain("owner", "HealthcareService", "identifier");

        assertThat(isAsked(Role.LINK_WORKER, "Task", byService)).isTrue();
        assertThat(isAsked(Role.PROVIDER, "Task", byService)).isTrue();
        assertThat(isAsked(Role.PROVIDER, "Task", chain("requester", "PractitionerRole", "identifier")))
                .isFalse();
        assertThat(isAsked(Role.PROVIDER, "HealthcareService", chain("organization", "name")))
                .isTrue();
        assertThat(isAsked(Role.PROVIDER, "VerificationResult", chain("target", "name")))
                .isFalse();
        assertThat(isAsked(Role.PROVIDER, "ValueSet", chain("context", "name"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "RESEARCHER")
    void nobodyElseAsksWhatRefersToARecord(Role role) {
        assertThat(isAsked(role, "Patient", reverse("Task", "patient", "status")))
                .isFalse();
        assertThat(isAsked(role, "Organization", reverse("Patient", "organization", "identifier")))
                .isFalse();
        assertThat(isAsked(role, "Task", reverse("Organization", "partof", "name")))
                .isFalse();
        assertThat(isAsked(role, "Organization", reverse("HealthcareService", "organization", "need")))
                .isTrue();
        assertThat(isAsked(role, "Organization", reverse("PractitionerRole", "organization", "_has:Task:owner:status")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_tag",
                "_security",
                "_source",
                "_profile",
                "_filter",
                "_text",
                "_content",
                "_list",
                "_query",
                "_contained",
                "_includeDeleted"
            })
    void labelsAndFreeSearchesAreNotAskedFor(String parameter) {
        for (var role : Role.values()) {
            assertThat(isAsked(role, "Patient", Asked.plain(Use.FILTER, parameter)))
                    .isFalse();
            assertThat(isAsked(role, "Organization", Asked.plain(Use.FILTER, parameter)))
                    .isFalse();
            assertThat(isAsked(role, "ValueSet", Asked.plain(Use.FILTER, parameter)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "owner", "due", "identifier", "code", "_id", "_lastUpdated", "open-pool"})
    void aProviderAsksForItsWorklist(String parameter) {
        assertThat(isAsked(Role.PROVIDER, "Task", Asked.plain(Use.FILTER, parameter)))
                .isTrue();
        assertThat(isAsked(Role.PROVIDER, "Task", Asked.plain(Use.SORT, parameter)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "family", "identifier", "birthdate", "address", "phone", "general-practitioner"})
    void aProviderAsksForNothingThatItIsNotShown(String parameter) {
        assertThat(isAsked(Role.PROVIDER, "Patient", Asked.plain(Use.FILTER, parameter)))
                .isFalse();
        assertThat(isAsked(Role.PROVIDER, "Patient", Asked.plain(Use.SORT, parameter)))
                .isFalse();
    }

    @Test
    void aProviderIncludesButDoesNotLookBack() {
        assertThat(isAsked(Role.PROVIDER, "Task", Asked.plain(Use.INCLUDE, "patient")))
                .isTrue();
        assertThat(isAsked(Role.PROVIDER, "Task", Asked.plain(Use.INCLUDE, "*")))
                .isFalse();
        assertThat(isAsked(Role.PROVIDER, "Task", Asked.plain(Use.REVINCLUDE, "part-of")))
                .isFalse();
        assertThat(isAsked(Role.LINK_WORKER, "Task", Asked.plain(Use.REVINCLUDE, "*")))
                .isFalse();
    }

    @Test
    void nobodySortsByWhatARecordRefersTo() {
        assertThat(isAsked(
                        Role.LINK_WORKER,
                        "Task",
                        new Asked(Use.SORT, "patient", Optional.of("name"), Optional.empty())))
                .isFalse();
    }

    @Test
    void aSearchNamesSomebodyByThemselvesOnly() {
        assertThat(SearchRules.namesSomebody("Patient", List.of(Asked.plain(Use.FILTER, "identifier"))))
                .isTrue();
        assertThat(SearchRules.namesSomebody("Task", List.of(Asked.plain(Use.FILTER, "patient"))))
                .isTrue();
        assertThat(SearchRules.namesSomebody("Patient", List.of(Asked.plain(Use.LOOSE_FILTER, "identifier"))))
                .isFalse();
        assertThat(SearchRules.namesSomebody("Patient", List.of(Asked.plain(Use.FILTER, "name"))))
                .isFalse();
        assertThat(SearchRules.namesSomebody("Task", List.of(Asked.plain(Use.SORT, "patient"))))
                .isFalse();
        assertThat(SearchRules.namesSomebody("Task", List.of(chain("patient", "name"))))
                .isFalse();
        assertThat(SearchRules.namesSomebody("Task", List.of(Asked.plain(Use.FILTER, "identifier"))))
                .isFalse();
    }

    @Test
    void aRefusalNamesWhatWasAsked() {
        var refusals = SearchRules.decide(
                caller(Role.PROVIDER),
                "Patient",
                List.of(
                        Asked.plain(Use.FILTER, "_id"),
                        Asked.plain(Use.FILTER, "name"),
                        chain("link", "Patient", "name"),
                        Asked.plain(Use.SORT, "name"),
                        Asked.plain(Use.INCLUDE, "*"),
                        Asked.plain(Use.REVINCLUDE, "patient"),
                        reverse("Task", "patient", "status")));

        assertThat(refusals).allSatisfy(refusal -> assertThat(refusal.reason()).isEqualTo(SearchRule.WITHHELD));
        assertThat(refusals)
                .extracting(refusal ->
                        refusal.text().replaceAll(".* may not ask for ", "").replaceAll(": what.*", ""))
                .containsExactly(
                        "name",
                        "link:Patient.name",
                        "_sort=name",
                        "_include=*",
                        "_revinclude=patient",
                        "_has:Task:patient");
    }

    private static boolean isAsked(Role role, String type, Asked asked) {
        return SearchRules.decide(caller(role), type, List.of(asked)).isEmpty();
    }

    private static Asked chain(String parameter, String step) {
        return new Asked(Use.FILTER, parameter, Optional.of(step), Optional.empty());
    }

    private static Asked chain(String parameter, String type, String step) {
        return new Asked(Use.FILTER, parameter, Optional.of(step), Optional.of(type));
    }

    private static Asked reverse(String type, String reference, String parameter) {
        return new Asked(Use.REVERSE, reference, Optional.of(parameter), Optional.of(type));
    }

    private static Identity caller(Role role) {
        return new Identity("client", role, new Party("Organization/1"), Optional.empty(), Purpose.CARE_MANAGEMENT);
    }
}
