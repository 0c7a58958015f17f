package io.github.sprigfhir.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of rooms makes sense in itself. */
class RoomTest {

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
    void onlyResearchUsesConsentSoThatDisclosureIsDecidedInOnePlace() {
        for (Room room : Room.values()) {
            assertThat(room.mayUse().contains(Room.CONSENT)).isEqualTo(room == Room.RESEARCH);
        }
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
