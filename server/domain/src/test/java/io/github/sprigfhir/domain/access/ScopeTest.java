package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.access.Scope.Level;
import io.github.sprigfhir.domain.access.Scope.Parameter;
import io.github.sprigfhir.domain.access.ScopeReading.AboutTheUser;
import io.github.sprigfhir.domain.access.ScopeReading.OnResources;
import io.github.sprigfhir.domain.access.ScopeReading.Refused;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @ParameterizedTest
    @CsvSource({
        "system/Task.rus, SYSTEM, Task, rus",
        "user/ServiceRequest.cruds, USER, ServiceRequest, cruds",
        "patient/Observation.rs, PATIENT, Observation, rs",
        "system/*.s, SYSTEM, *, s",
        "system/Patient.read, SYSTEM, Patient, rs",
        "user/Patient.write, USER, Patient, cud",
        "user/*.*, USER, *, cruds",
    })
    void aScopeSaysInWhoseNameWhatMayBeDoneToWhich(String text, Level level, String type, String letters) {
        assertThat(Scope.read(text)).isInstanceOfSatisfying(OnResources.class, good -> {
            assertThat(good.scope().level()).isEqualTo(level);
            assertThat(good.scope().type()).isEqualTo(type);
            assertThat(letters(good.scope())).isEqualTo(letters);
            assertThat(good.scope().isWhole()).isTrue();
        });
    }

    @Test
    void aQueryConfinesAScopeToAPart() {
        var text =
                "user/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|survey&status=final";
        assertThat(Scope.read(text)).isInstanceOfSatisfying(OnResources.class, good -> {
            assertThat(good.scope().isWhole()).isFalse();
            assertThat(good.scope().part())
                    .containsExactly(
                            new Parameter(
                                    "category", "http://terminology.hl7.org/CodeSystem/observation-category|survey"),
                            new Parameter("status", "final"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "fhirUser", "profile", "online_access", "offline_access"})
    void aScopeMayAskWhoTheUserIs(String text) {
        assertThat(Scope.read(text)).isEqualTo(new AboutTheUser(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "Task.rs",
                "system/Task",
                "system/Task.",
                "system/Task.sr",
                "system/Task.rr",
                "system/Task.RS",
                "system/Task.readwrite",
                "system/task.rs",
                "system/*/*.rs",
                "system/Task.rs ",
                "system/Task.rs?",
                "system/Task.rs?status",
                "system/Task.rs?status=",
                "system/Task.rs?status=a&",
                "system/Task.rs?status:not=a",
                "system/Task.rs?patient.name=a",
                "system/Task.rs?status=a%20b",
                "system/Task.rs?status=a\"b",
                "system/Task.rs?status=a\\b",
                "System/Task.rs",
                "admin/*.cruds",
                "launch",
                "launch/patient",
                "fhiruser",
                "system/Tаsk.rs",
                "system/Task.rs\nsystem/*.cruds"
            })
    void whatIsNoScopeIsRefused(String text) {
        assertThat(Scope.read(text)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(TokenRule.SCOPE_FORM));
    }

    @Test
    void aScopeHasALimit() {
        assertThat(Scope.read("system/Task.rs?status=" + "a".repeat(278))).isInstanceOf(OnResources.class);
        assertThat(Scope.read("system/Task.rs?status=" + "a".repeat(279))).isInstanceOf(Refused.class);
    }

    @Test
    void onlyAWildcardSpeaksOfTheWholeSystem() {
        assertThat(grant(Level.SYSTEM, "*", Act.SEARCH, "system/Task.s")).isInstanceOf(Grant.Nothing.class);
        assertThat(grant(Level.SYSTEM, "*", Act.SEARCH, "system/*.s")).isEqualTo(new Grant.Whole());
    }

    @Test
    void scopesOfAnotherLevelGrantNothing() {
        assertThat(grant(Level.SYSTEM, "Task", Act.READ, "user/*.cruds")).isInstanceOf(Grant.Nothing.class);
        assertThat(grant(Level.USER, "Task", Act.READ, "system/*.cruds")).isInstanceOf(Grant.Nothing.class);
        assertThat(grant(Level.PATIENT, "Task", Act.READ, "patient/*.cruds")).isInstanceOf(Grant.Nothing.class);
    }

    @Test
    void partsAreTheFewerTheWiderAScopeIs() {
        var part = "user/Task.rs?status=requested";
        var other = "user/Task.r?owner=Organization/1";
        assertThat(grant(Level.USER, "Task", Act.READ, part, other))
                .isEqualTo(new Grant.PartOnly(List.of(
                        List.of(new Parameter("status", "requested")),
                        List.of(new Parameter("owner", "Organization/1")))));
        assertThat(grant(Level.USER, "Task", Act.SEARCH, part, other))
                .isEqualTo(new Grant.PartOnly(List.of(List.of(new Parameter("status", "requested")))));
        assertThat(grant(Level.USER, "Task", Act.READ, part, "user/*.r")).isEqualTo(new Grant.Whole());
    }

    @ParameterizedTest
    @CsvSource({
        "system/*.cruds, system/Task.rs, true",
        "system/Task.rs, system/Task.rs, true",
        "system/Task.rs, system/Task.rs?status=requested, true",
        "system/Task.rs?status=requested, system/Task.r?status=requested, true",
        "system/Task.rs?status=requested, system/Task.r, false",
        "system/Task.rs?status=requested, system/Task.r?status=accepted, false",
        "system/Task.rs, system/Task.rus, false",
        "system/Task.rs, system/*.rs, false",
        "user/*.cruds, system/Task.rs, false",
        "system/Task.rs, system/Patient.rs, false",
    })
    void nobodyIsGivenMoreThanTheyMayHave(String own, String asked, boolean covered) {
        var level = own.startsWith("user") ? Level.USER : Level.SYSTEM;
        var scope = ((OnResources) Scope.read(asked)).scope();
        assertThat(Scopes.of(level, List.of(own)).cover(scope)).isEqualTo(covered);
    }

    @Test
    void severalScopesTogetherCoverOne() {
        var scope = ((OnResources) Scope.read("system/Task.crs")).scope();
        assertThat(Scopes.of(Level.SYSTEM, List.of("system/Task.c", "system/*.read"))
                        .cover(scope))
                .isTrue();
    }

    private static Grant grant(Level level, String type, Act act, String... scopes) {
        return Scopes.of(level, List.of(scopes)).allow(act, type);
    }

    private static String letters(Scope scope) {
        return scope.acts().stream().map(act -> String.valueOf(act.letter())).collect(Collectors.joining());
    }
}
