package io.github.sprigfhir.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every house rule catches the violator planted for it, and lets its obedient neighbour be. */
class HouseRulesTest {

    private static final String PLANTED = "io.github.sprigfhir.planted";

    @Test
    void aRoomThatLooksWhereItMayNotIsCaught() {
        List<String> caught = caught(RoomRules.roomsKeepTheirWalls(PLANTED + ".walls"), "walls");
        assertThat(caught).anyMatch(line -> line.contains("consent.Listener") && line.contains("outcomes.Score"));
        assertThat(caught).anyMatch(line -> line.contains("lobby.Stranger stands in no room"));
        assertThat(caught).noneMatch(line -> line.contains("kernel.Word"));
    }

    @Test
    void aCeilingStandsBetweenFloorsToo() {
        ArchRule rule = RoomRules.roomsKeepTheirWalls(PLANTED + ".upstairs", PLANTED + ".walls");
        assertThat(caught(rule, "upstairs"))
                .anyMatch(line -> line.contains("consent.Eavesdropper") && line.contains("outcomes.Score"));
    }

    @Test
    void aCycleIsCaught() {
        assertThat(caught(RoomRules.roomsHaveNoCycles(PLANTED + ".cycle"), "cycle"))
                .singleElement()
                .asString()
                .contains("Cycle detected");
        assertThat(caught(RoomRules.roomsHaveNoCycles(PLANTED + ".walls"), "walls"))
                .isEmpty();
    }

    @Test
    void aPackageWhoseNameSaysNothingIsCaught() {
        ArchRule rule = HouseRules.packagesAreNamedForTheDomain();
        assertThat(caught(rule, "util")).anyMatch(line -> line.contains("util.Tools"));
        assertThat(caught(rule, "habits")).isEmpty();
    }

    @Test
    void aPackageThatNullAwayPassesByIsCaught() {
        ArchRule rule = HouseRules.packagesAreNullMarked();
        assertThat(caught(rule, "unmarked")).anyMatch(line -> line.contains("unmarked.Unmarked"));
        assertThat(caught(rule, "habits")).isEmpty();
    }

    @Test
    void aPublicClassThatNobodyListedIsCaught() {
        assertThat(caught(HouseRules.onlyListedClassesArePublic(Set.of()), "habits"))
                .singleElement()
                .asString()
                .contains("habits.Showy");
        assertThat(caught(HouseRules.onlyListedClassesArePublic(Set.of(PLANTED + ".habits.Showy")), "habits"))
                .isEmpty();
    }

    @Test
    void staticMutableStateIsCaughtInEveryForm() {
        assertThat(caught(HouseRules.noStaticMutableState(), "habits"))
                .hasSize(5)
                .anyMatch(line -> line.contains("Mutable.counter"))
                .anyMatch(line -> line.contains("Mutable.NUMBERS"))
                .anyMatch(line -> line.contains("Mutable.NAMES"))
                .anyMatch(line -> line.contains("Mutable.CALLER"))
                .anyMatch(line -> line.contains("Mutable.TOTAL"));
    }

    @Test
    void timeIdsAndRandomnessFromNowhereAreCaughtEvenAsMethodReferences() {
        assertThat(caught(HouseRules.timeIdsAndRandomnessArePassedIn(Set.of()), "habits"))
                .hasSize(6)
                .allMatch(line -> line.contains("FromNowhere"))
                .anyMatch(line -> line.contains("FromNowhere.ids()"));
    }

    @Test
    void aNamedSourceMayMakeTimeAndIds() {
        Set<String> sources = Set.of(PLANTED + ".habits.FromNowhere");
        assertThat(caught(HouseRules.timeIdsAndRandomnessArePassedIn(sources), "habits"))
                .isEmpty();
    }

    @Test
    void catchingEverythingIsCaught() {
        assertThat(caught(HouseRules.exceptionsAreCaughtByName(), "habits"))
                .singleElement()
                .asString()
                .contains("Catcher.everything");
    }

    @Test
    void aDomainThatReadsFilesOrLeansOnALibraryIsCaught() {
        assertThat(caught(HouseRules.plainJavaWithoutInputOrOutput(PLANTED + ".plain"), "plain"))
                .hasSize(2)
                .anyMatch(line -> line.contains("plain.Reader"))
                .anyMatch(line -> line.contains("plain.Framed"));
    }

    @Test
    void allHabitsAreAskedForAtOnce() {
        assertThat(HouseRules.everyHabit(Set.of())).hasSize(5);
    }

    private static List<String> caught(ArchRule rule, String plot) {
        JavaClasses classes = new ClassFileImporter().importPackages(PLANTED + "." + plot);
        assertThat(classes).as("planted classes of " + plot).isNotEmpty();
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
