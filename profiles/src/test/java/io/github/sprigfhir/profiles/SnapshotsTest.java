package io.github.sprigfhir.profiles;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every profile and extension can be written out in full, which is what a validator works from. */
class SnapshotsTest {

    static Stream<Named<StructureDefinition>> profiles() {
        return Artefacts.OURS.all(StructureDefinition.class).map(p -> Named.of(p.getIdPart(), p));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyProfileHasASnapshotThatHoldsItsWholeDifferential(StructureDefinition profile) {
        var inSnapshot = ProfileValidator.OURS.snapshotOf(profile).getSnapshot().getElement().stream()
                .map(ElementDefinition::getId)
                .toList();

        profile.getDifferential()
                .getElement()
                .forEach(e -> assertTrue(inSnapshot.contains(e.getId()), () -> e.getId() + " is not in " + inSnapshot));
    }
}
