package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Role;
import io.github.sprigfhir.domain.research.Elements;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the table of permissions says, and what it must never say. */
class PermissionsTest {

    @ParameterizedTest
    @EnumSource(names = {"COMMISSIONER", "DIRECTORY_EDITOR", "ADMINISTRATOR"})
    void whoHelpsNobodySeesNoRecords(Role role) {
        assertThat(cells(role).filter(cell -> cell.kind().isRecord())).isEmpty();
    }

    @Test
    void aResearcherReadsWhatIsCopiedAndNothingElse() {
        assertThat(Arrays.stream(Kind.values())
                        .filter(kind ->
                                kind.isRecord() && Permissions.of(Role.RESEARCHER, Act.READ, kind) != Reach.NONE)
                        .map(Kind::type))
                .containsExactlyInAnyOrderElementsOf(Elements.types().stream()
                        .filter(type -> Kind.ofType(type).filter(Kind::isRecord).isPresent())
                        .toList());
        assertThat(cells(Role.RESEARCHER).map(Cell::act)).containsOnly(Act.READ, Act.SEARCH);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyWritesWhatTheServerWrites(Role role) {
        assertThat(cells(role).filter(cell -> cell.act() != Act.READ && cell.act() != Act.SEARCH))
                .noneMatch(cell -> EnumSet.of(Kind.PROVENANCE, Kind.AUDIT_EVENT, Kind.DEFINITION)
                        .contains(cell.kind()));
    }

    @ParameterizedTest
    @EnumSource
    void recordsOfPeopleAreNotDeleted(Role role) {
        assertThat(cells(role)
                        .filter(cell -> cell.act() == Act.DELETE && cell.kind().isRecord()))
                .allMatch(cell -> cell.kind() == Kind.SUBSCRIPTION);
    }

    @ParameterizedTest
    @EnumSource
    void everybodyReadsTheDirectoryAndTheDefinitions(Role role) {
        assertThat(Arrays.stream(Kind.values()).filter(kind -> kind.isDirectory() || kind == Kind.DEFINITION))
                .allMatch(kind -> Permissions.of(role, Act.READ, kind) == Reach.ALL
                        && Permissions.of(role, Act.SEARCH, kind) == Reach.ALL);
    }

    @ParameterizedTest
    @EnumSource
    void noRecordIsReachedBeyondTheCircleOfCare(Role role) {
        assertThat(cells(role).filter(cell -> cell.kind().isRecord())).noneMatch(cell -> cell.reach() == Reach.ALL);
    }

    @ParameterizedTest
    @EnumSource
    void whoMayWriteMayReadAndWhoMayReadMaySearch(Role role) {
        assertThat(cells(role).filter(cell -> cell.kind() != Kind.AUDIT_EVENT))
                .allMatch(cell -> Permissions.of(role, Act.READ, cell.kind()) != Reach.NONE);
        assertThat(Arrays.stream(Kind.values()).filter(kind -> kind != Kind.AUDIT_EVENT))
                .allMatch(kind -> Permissions.of(role, Act.READ, kind) == Permissions.of(role, Act.SEARCH, kind));
    }

    @ParameterizedTest
    @EnumSource
    void theAuditIsTheAdministratorsAndAskedByWhoSpeaksForAPerson(Role role) {
        var expected =
                switch (role) {
                    case ADMINISTRATOR -> Reach.ALL;
                    case REFERRER, LINK_WORKER -> Reach.CIRCLE;
                    case PROVIDER, RESEARCHER, COMMISSIONER, DIRECTORY_EDITOR, CONTROLLER -> Reach.NONE;
                };
        assertThat(Permissions.of(role, Act.SEARCH, Kind.AUDIT_EVENT)).isEqualTo(expected);
        assertThat(Permissions.of(role, Act.READ, Kind.AUDIT_EVENT))
                .isEqualTo(role == Role.ADMINISTRATOR ? Reach.ALL : Reach.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCreatedIsCreatedInOnesOwnName(Role role) {
        assertThat(cells(role).filter(cell -> cell.act() == Act.CREATE && role != Role.ADMINISTRATOR))
                .allMatch(cell -> cell.reach() == Reach.OWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT", "CONSENT", "SERVICE_REQUEST", "FLAG", "GOAL", "COMMUNICATION"})
    void aProviderDoesNotWriteThePersonsRecord(Kind kind) {
        assertThat(Stream.of(Act.CREATE, Act.UPDATE, Act.DELETE))
                .allMatch(act -> Permissions.of(Role.PROVIDER, act, kind) == Reach.NONE);
    }

    @Test
    void aProviderSeesNoConsent() {
        assertThat(Permissions.of(Role.PROVIDER, Act.READ, Kind.CONSENT)).isEqualTo(Reach.NONE);
    }

    @Test
    void nobodyAssuresThemselves() {
        assertThat(writersOf(Kind.VERIFICATION_RESULT)).containsOnly(Role.ADMINISTRATOR);
    }

    @Test
    void noCellHasTwoAnswers() {
        for (var role : Role.values()) {
            for (var kind : Kind.values()) {
                for (var act : Act.values()) {
                    assertThat(Permissions.table().stream().filter(row -> row.isOf(role, act, kind)))
                            .as("%s %s %s", role, act, kind)
                            .hasSizeLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void onlyWhoWorksTheEpisodeHandsOverAndEscalates() {
        assertThat(callersOf(Operation.HANDOVER)).containsOnly(Role.LINK_WORKER);
        assertThat(callersOf(Operation.ESCALATE)).containsOnly(Role.LINK_WORKER);
        assertThat(callersOf(Operation.RETURN)).containsOnly(Role.LINK_WORKER, Role.PROVIDER);
        assertThat(callersOf(Operation.STATUS)).containsOnly(Role.REFERRER, Role.LINK_WORKER, Role.PROVIDER);
    }

    @Test
    void servicesAreFoundByThoseWhoReferAndThoseWhoKeepThem() {
        assertThat(callersOf(Operation.FIND_SERVICES))
                .containsOnly(Role.REFERRER, Role.LINK_WORKER, Role.PROVIDER, Role.DIRECTORY_EDITOR);
    }

    @Test
    void outcomesAreToldToWhoeverMaySearchObservations() {
        for (var role : Role.values()) {
            var maySearch = Permissions.of(role, Act.SEARCH, Kind.OBSERVATION) != Reach.NONE;
            assertThat(callersOf(Operation.OUTCOMES).toList().contains(role))
                    .isEqualTo(maySearch && role != Role.RESEARCHER);
            assertThat(callersOf(Operation.LASTN).toList().contains(role)).isEqualTo(maySearch);
        }
    }

    private record Cell(Act act, Kind kind, Reach reach) {}

    /** All that a role may do at all. */
    private static Stream<Cell> cells(Role role) {
        return Arrays.stream(Kind.values()).flatMap(kind -> Arrays.stream(Act.values())
                .map(act -> new Cell(act, kind, Permissions.of(role, act, kind)))
                .filter(cell -> cell.reach() != Reach.NONE));
    }

    private static Stream<Role> writersOf(Kind kind) {
        var writing = Set.of(Act.CREATE, Act.UPDATE, Act.DELETE);
        return Arrays.stream(Role.values())
                .filter(role -> writing.stream().anyMatch(act -> Permissions.of(role, act, kind) != Reach.NONE));
    }

    private static Stream<Role> callersOf(Operation operation) {
        return Arrays.stream(Role.values()).filter(role -> Permissions.of(role, operation) != Reach.NONE);
    }
}
