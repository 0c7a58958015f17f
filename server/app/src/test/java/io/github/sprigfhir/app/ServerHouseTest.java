package io.github.sprigfhir.app;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.sprigfhir.house.HouseRules;
import io.github.sprigfhir.house.RoomRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the server to the house rules. */
class ServerHouseTest {

    private static final String FLOOR = "io.github.sprigfhir.app";
    private static final String DOMAIN = "io.github.sprigfhir.domain";

    /** Where the server makes its clock and its ids for all others. */
    private static final Set<String> SOURCES = Set.of(
            FLOOR + ".platform.TimeConfig",
            FLOOR + ".platform.DatabaseSecret",
            FLOOR + ".platform.correlation.CorrelationConfig",
            FLOOR + ".feedback.FeedbackConfig",
            FLOOR + ".access.issuer.RegisterConfig",
            FLOOR + ".access.command.RegisterCommand",
            FLOOR + ".research.ProjectKeys",
            FLOOR + ".export.ExportConfig");

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(FLOOR);

    @Test
    void everyHabitIsKept() {
        HouseRules.everyHabit(SOURCES).forEach(rule -> rule.check(SERVER));
    }

    @Test
    void roomsKeepTheirWalls() {
        RoomRules.roomsKeepTheirWalls(FLOOR, DOMAIN).check(SERVER);
    }

    @Test
    void roomsHaveNoCycles() {
        RoomRules.roomsHaveNoCycles(FLOOR).check(SERVER);
    }
}
