package io.github.sprigfhir.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of rooms makes sense in itself, and the architecture page tells the same. */
class RoomTest {

    private static final Path PAGE = Path.of("../../docs/architecture.md");

    @ParameterizedTest
    @EnumSource
    void noRoomReachesItselfThroughWhatItMayUse(Room room) {
        assertThat(reached(room)).doesNotContain(room);
    }

    @ParameterizedTest
    @EnumSource
    void everyRoomMayUseTheKernelButTheKernelItself(Room room) {
        assertThat(room.mayUse().contains(Room.KERNEL)).isEqualTo(room != Room.KERNEL);
    }

    @Test
    void onlyAccessAndResearchUseConsentSoThatDisclosureIsDecidedInOnePlace() {
        for (Room room : Room.values()) {
            assertThat(room.mayUse().contains(Room.CONSENT)).isEqualTo(room == Room.ACCESS || room == Room.RESEARCH);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theArchitecturePageTellsTheSame(Room room) throws IOException {
        List<String> granted = room.mayUse().stream().map(Room::packageName).toList();
        String row = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| " + room.packageName() + " |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not on the page: " + room));
        String lastCell = row.split("\\|", -1)[3].strip();
        assertThat(lastCell.isEmpty() ? List.of() : List.of(lastCell.split(", ")))
                .containsExactlyInAnyOrderElementsOf(granted);
    }

    private static Set<Room> reached(Room start) {
        Set<Room> reached = EnumSet.noneOf(Room.class);
        for (Room next : start.mayUse()) {
            reached.add(next);
            reached.addAll(reached(next));
        }
        return reached;
    }
}
