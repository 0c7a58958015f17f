package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.access.Scope.Level;
import io.github.sprigfhir.domain.access.ScopeReading.OnResources;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of scopes: closed by default, and more scopes never allow less. */
class ScopesProperties {

    @Property
    void whatIsNoScopeGrantsNothing(@ForAll String text, @ForAll Level level, @ForAll Act act) {
        var grant = Scopes.of(level, List.of(text)).allow(act, "Patient");
        assertThat(grant instanceof Grant.Nothing || Scope.read(text) instanceof OnResources)
                .isTrue();
    }

    @Property
    void whatNoScopeNamesIsNotAllowed(
            @ForAll("scopes") List<String> scopes, @ForAll Level level, @ForAll Act act, @ForAll("types") String type) {
        var named = scopes.stream()
                .map(text -> ((OnResources) Scope.read(text)).scope())
                .anyMatch(scope -> level != Level.PATIENT
                        && scope.level() == level
                        && scope.acts().contains(act)
                        && (scope.type().equals("*") || scope.type().equals(type)));
        assertThat(Scopes.of(level, scopes).allow(act, type) instanceof Grant.Nothing)
                .isEqualTo(!named);
    }

    @Property
    void oneMoreScopeNeverAllowsLess(
            @ForAll("scopes") List<String> scopes,
            @ForAll("scope") String more,
            @ForAll Level level,
            @ForAll Act act,
            @ForAll("types") String type) {
        var with = new ArrayList<>(scopes);
        with.add(more);
        assertThat(width(Scopes.of(level, with).allow(act, type)))
                .isGreaterThanOrEqualTo(width(Scopes.of(level, scopes).allow(act, type)));
    }

    @Property
    void whatIsCoveredGivesNothingThatTheCoverDoesNot(
            @ForAll("scopes") List<String> own,
            @ForAll("scope") String asked,
            @ForAll Level level,
            @ForAll Act act,
            @ForAll("types") String type) {
        var scopes = Scopes.of(level, own);
        var scope = ((OnResources) Scope.read(asked)).scope();
        if (scopes.cover(scope)) {
            assertThat(width(scopes.allow(act, type)))
                    .isGreaterThanOrEqualTo(width(new Scopes(level, List.of(scope)).allow(act, type)));
        }
    }

    @Property
    void noRoleIsOfferedWhatAnotherLevelMayDo(@ForAll Role role, @ForAll Level level, @ForAll Act act) {
        var most = Scopes.most(level, role);
        assertThat(most.granted()).allMatch(scope -> scope.level() == level);
        if (level == Level.PATIENT || (act != Act.READ && act != Act.SEARCH && readsOnly(role))) {
            assertThat(most.allow(act, "Patient")).isInstanceOf(Grant.Nothing.class);
        } else {
            assertThat(most.allow(act, "Patient")).isInstanceOf(Grant.Whole.class);
        }
    }

    private static boolean readsOnly(Role role) {
        return role == Role.RESEARCHER || role == Role.COMMISSIONER || role == Role.CONTROLLER;
    }

    private static int width(Grant grant) {
        if (grant instanceof Grant.PartOnly part) {
            return part.parts().size();
        }
        return grant instanceof Grant.Whole ? Integer.MAX_VALUE : 0;
    }

    @Provide
    Arbitrary<List<String>> scopes() {
        return scope().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of("Patient", "Task", "*");
    }

    @Provide
    Arbitrary<String> scope() {
        return Combinators.combine(
                        Arbitraries.of("system", "user", "patient"),
                        types(),
                        Arbitraries.of("c", "r", "rs", "cruds", "ud", "read", "write", "*", "s"),
                        Arbitraries.of("", "?status=requested", "?status=requested&owner=Organization/1"))
                .as((level, type, letters, part) -> level + "/" + type + "." + letters + part);
    }
}
