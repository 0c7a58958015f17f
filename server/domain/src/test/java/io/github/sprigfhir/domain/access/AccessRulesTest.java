package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of role, act, kind and relation has one answer, and the table alone decides it. */
class AccessRulesTest {

    private record Cell(Role role, Act act, Kind kind, Relation relation) {}

    private static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var role : Role.values()) {
            for (var act : Act.values()) {
                for (var kind : Kind.values()) {
                    for (var relation : Relation.values()) {
                        cells.add(new Cell(role, act, kind, relation));
                    }
                }
            }
        }
        return cells;
    }

    @Test
    void everyCellIsDecidedByTheTable() {
        assertThat(cells()).hasSize(8 * 5 * 23 * 3).allSatisfy(cell -> {
            var access = AccessRules.decide(Callers.in(cell.role()), cell.act(), cell.kind(), cell.relation());
            assertThat(inAWord(access)).isEqualTo(expected(cell));
        });
    }

    @Test
    void aRoleIsRefusedBeforeAnybodyLooksWhetherTheResourceIsThere() {
        assertThat(cells().stream().filter(cell -> Permissions.of(cell.role(), cell.act(), cell.kind()) == Reach.NONE))
                .allSatisfy(cell -> assertThat(
                                AccessRules.decide(Callers.in(cell.role()), cell.act(), cell.kind(), cell.relation()))
                        .isEqualTo(AccessRules.decide(Callers.in(cell.role()), cell.act(), cell.kind())));
    }

    @Test
    void whatIsHiddenIsNeverRefusedWithAReason() {
        assertThat(cells().stream().filter(cell -> cell.relation() == Relation.HIDDEN))
                .filteredOn(cell ->
                        AccessRules.decide(Callers.in(cell.role()), cell.act(), cell.kind()) instanceof Access.Granted)
                .allSatisfy(cell -> assertThat(
                                AccessRules.decide(Callers.in(cell.role()), cell.act(), cell.kind(), cell.relation()))
                        .isNotInstanceOf(Access.Refused.class));
    }

    @ParameterizedTest
    @EnumSource
    void operationsAreCalledOnWhatIsSeen(Operation operation) {
        var isExport = operation.code().startsWith("export") || operation == Operation.VIEWDEFINITION_RUN;
        var caller = Callers.in(isExport ? Role.RESEARCHER : Role.LINK_WORKER);
        assertThat(AccessRules.decide(caller, operation, Relation.VISIBLE)).isInstanceOf(Access.Granted.class);
        assertThat(AccessRules.decide(caller, operation, Relation.HIDDEN)).isInstanceOf(Access.Hidden.class);
        assertThat(Operation.ofCode(operation.code())).contains(operation);
        if (operation.kind() == Kind.DEFINITION && operation != Operation.EVALUATE_MEASURE) {
            // What codes mean everybody may ask.
            assertThat(Role.values())
                    .allMatch(role -> AccessRules.decide(Callers.in(role), operation) instanceof Access.Granted);
            return;
        }
        var stranger = isExport || operation == Operation.LASTN ? Role.COMMISSIONER : Role.RESEARCHER;
        assertThat(AccessRules.decide(Callers.in(stranger), operation, Relation.OWN))
                .isInstanceOfSatisfying(Access.Refused.class, refused -> assertThat(
                                refused.refusal().text())
                        .isEqualTo("The role %s may not call $%s.".formatted(stranger.code(), operation.code())));
    }

    @Test
    void onATypeOnlyWhatIsMeantForItIsCalled() {
        var linkWorker = Callers.in(Role.LINK_WORKER);
        assertThat(AccessRules.decide(linkWorker, Operation.FIND_SERVICES)).isInstanceOf(Access.Granted.class);
        assertThat(AccessRules.decide(linkWorker, Operation.LASTN)).isInstanceOf(Access.Granted.class);
        assertThat(AccessRules.decide(linkWorker, Operation.HANDOVER)).isInstanceOf(Access.Refused.class);
        assertThat(AccessRules.decide(linkWorker, Operation.OUTCOMES)).isInstanceOf(Access.Refused.class);
        assertThat(AccessRules.decide(Callers.in(Role.RESEARCHER), Operation.FIND_SERVICES))
                .isInstanceOf(Access.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("roles")
    void whatTheTableDoesNotKnowNobodyMay(Role role) {
        assertThat(List.of(AccessRules.unknownKind(Callers.in(role)), AccessRules.unknownOperation(Callers.in(role))))
                .allSatisfy(
                        access -> assertThat(access).isInstanceOfSatisfying(Access.Refused.class, refused -> assertThat(
                                        refused.refusal().reason().key())
                                .isEqualTo("access-role")));
        assertThat(Operation.ofCode("expunge")).isEmpty();
        assertThat(Kind.ofType("Medication")).isEmpty();
        assertThat(Kind.ofType("definitions")).isEmpty();
    }

    @Test
    void aRefusalSaysWhoMayNotDoWhat() {
        assertThat(AccessRules.decide(Callers.in(Role.PROVIDER), Act.UPDATE, Kind.PATIENT))
                .isInstanceOfSatisfying(Access.Refused.class, refused -> assertThat(
                                refused.refusal().text())
                        .isEqualTo("The role provider may not change Patient."));
        assertThat(AccessRules.decide(Callers.in(Role.LINK_WORKER), Act.UPDATE, Kind.OBSERVATION, Relation.VISIBLE))
                .isInstanceOfSatisfying(Access.Refused.class, refused -> {
                    assertThat(refused.refusal().reason()).isEqualTo(AccessRule.OWN);
                    assertThat(refused.refusal().text()).startsWith("This Observation is another organisation's");
                });
    }

    private static Role[] roles() {
        return Role.values();
    }

    private static String expected(Cell cell) {
        return switch (Permissions.of(cell.role(), cell.act(), cell.kind())) {
            case NONE -> "access-role";
            case OWN ->
                switch (cell.relation()) {
                    case OWN -> "granted";
                    case VISIBLE -> "access-own";
                    case HIDDEN -> "hidden";
                };
            case CIRCLE -> cell.relation() == Relation.HIDDEN ? "hidden" : "granted";
            case ALL -> "granted";
        };
    }

    private static String inAWord(Access access) {
        if (access instanceof Access.Refused refused) {
            return refused.refusal().reason().key();
        }
        return access instanceof Access.Granted ? "granted" : "hidden";
    }
}
