package io.github.sprigfhir.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Arrays;
import java.util.Set;

/** What the house rules look for in a class. */
final class HousePredicates {

    private static final Set<String> FROM_NOWHERE = Set.of(
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.Calendar.getInstance",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system");

    private static final Set<String> BORN_WITHOUT_ARGUMENTS =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom", "java.util.Date");

    private static final Set<String> MUTABLE = Set.of(
            "java.util.AbstractCollection",
            "java.util.AbstractMap",
            "java.util.BitSet",
            "java.util.Date",
            "java.util.Calendar",
            "java.lang.ThreadLocal",
            "java.lang.AbstractStringBuilder",
            "java.util.concurrent.ConcurrentMap");

    private HousePredicates() {}

    static DescribedPredicate<JavaClass> inAnyRoomOf(String... floors) {
        return DescribedPredicate.describe("stand in a room", type -> Arrays.stream(floors)
                .anyMatch(floor -> type.getPackageName().startsWith(floor + ".")));
    }

    /** A call that reads a clock, draws an id or draws a number that nobody passed in. */
    static DescribedPredicate<JavaAccess<?>> timeIdOrRandomnessFromNowhere() {
        return DescribedPredicate.describe("time, ids or randomness from nowhere", access -> {
            if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
                return false;
            }
            String owner = target.getOwner().getName();
            if (target.getName().equals("now")
                    && target.getOwner().getPackageName().startsWith("java.time")) {
                return target.getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
            }
            if (target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)) {
                return BORN_WITHOUT_ARGUMENTS.contains(owner)
                        && target.getRawParameterTypes().isEmpty();
            }
            return FROM_NOWHERE.contains(owner + "." + target.getName());
        });
    }

    /** A static field that can be set again, or whose content can change. What the compiler adds is not ours. */
    static DescribedPredicate<JavaField> staticMutableState() {
        return DescribedPredicate.describe("static mutable state", field -> {
            Set<JavaModifier> modifiers = field.getModifiers();
            if (!modifiers.contains(JavaModifier.STATIC) || modifiers.contains(JavaModifier.SYNTHETIC)) {
                return false;
            }
            JavaClass type = field.getRawType();
            return !modifiers.contains(JavaModifier.FINAL)
                    || type.isArray()
                    || type.getPackageName().equals("java.util.concurrent.atomic")
                    || MUTABLE.stream().anyMatch(type::isAssignableTo);
        });
    }
}
