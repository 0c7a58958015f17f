package io.github.sprigfhir.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Optional;

/** Walls between rooms: who may use whom, and no way round. */
public final class RoomRules {

    private RoomRules() {}

    /**
     * A class uses its own room, the rooms {@link Room#mayUse} grants it, and no other; a package that is no room is
     * refused too.
     *
     * @param floors the packages whose sub-packages are rooms; a class of one floor may use the rooms of all
     */
    public static ArchRule roomsKeepTheirWalls(String... floors) {
        return ArchRuleDefinition.classes()
                .that(HousePredicates.inAnyRoomOf(floors))
                .should(useOnlyGrantedRooms(List.of(floors)))
                .as("rooms use only the rooms granted to them");
    }

    /** No two rooms of a floor use each other, directly or round a corner. */
    public static ArchRule roomsHaveNoCycles(String floor) {
        return SlicesRuleDefinition.slices().matching(floor + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchCondition<JavaClass> useOnlyGrantedRooms(List<String> floors) {
        return new ArchCondition<>("use only the rooms granted to theirs") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                String name = roomName(origin, floors).orElseThrow();
                Optional<Room> room = Room.named(name);
                if (room.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(origin, origin.getName() + " stands in no room: " + name));
                    return;
                }
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !granted(room.get(), dependency.getTargetClass(), floors))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static boolean granted(Room room, JavaClass target, List<String> floors) {
        return roomName(target, floors)
                .map(name -> name.equals(room.packageName())
                        || room.mayUse().stream()
                                .anyMatch(other -> other.packageName().equals(name)))
                .orElse(true);
    }

    private static Optional<String> roomName(JavaClass type, List<String> floors) {
        return floors.stream()
                .filter(floor -> type.getPackageName().startsWith(floor + "."))
                .map(floor -> type.getPackageName().substring(floor.length() + 1))
                .map(path -> path.contains(".") ? path.substring(0, path.indexOf('.')) : path)
                .findFirst();
    }
}
