package io.github.sprigfhir.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Habits that every room keeps, whatever it does; each has a planted violator in {@code HouseRulesTest}. */
public final class HouseRules {

    private static final Set<String> NAMES_THAT_SAY_NOTHING = Set.of("service", "util", "impl", "dto", "common");

    private HouseRules() {}

    /** Packages are named for the domain, so none is called service, util, impl, dto or common. */
    public static ArchRule packagesAreNamedForTheDomain() {
        return ArchRuleDefinition.classes()
                .should(satisfy("stand in packages named for the domain", type -> Arrays.stream(
                                type.getPackageName().split("\\.", -1))
                        .noneMatch(NAMES_THAT_SAY_NOTHING::contains)));
    }

    /** NullAway checks only what is marked, so every package is. */
    public static ArchRule packagesAreNullMarked() {
        return ArchRuleDefinition.classes()
                .should(satisfy("stand in packages marked @NullMarked", type -> type.getPackage()
                        .isAnnotatedWith(NullMarked.class)));
    }

    /** A class is package-private unless its room lists it, by full name, as what it offers to others. */
    public static ArchRule onlyListedClassesArePublic(Set<String> listed) {
        return ArchRuleDefinition.classes()
                .that()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should(satisfy("be listed as public", type -> listed.contains(type.getName())));
    }

    /** Nothing changes behind a caller's back: no static field can be set again, or holds what can change. */
    public static ArchRule noStaticMutableState() {
        return ArchRuleDefinition.noFields()
                .should(new FieldCondition(HousePredicates.staticMutableState()))
                .as("no static mutable state");
    }

    /**
     * Time, ids and randomness are arguments; a {@code Clock} that was passed in may be asked.
     *
     * @param sources the classes, by full name, in which the server makes its clock and its ids for all others
     */
    public static ArchRule timeIdsAndRandomnessArePassedIn(Set<String> sources) {
        return ArchRuleDefinition.noClasses()
                .that(DescribedPredicate.describe("are no source", type -> !sources.contains(type.getName())))
                .should()
                .accessTargetWhere(HousePredicates.timeIdOrRandomnessFromNowhere())
                .as("time, ids and randomness are passed in");
    }

    /** An exception is caught by its name, never as {@code Exception} or {@code RuntimeException}. */
    public static ArchRule exceptionsAreCaughtByName() {
        return ArchRuleDefinition.codeUnits().should(new ArchCondition<JavaCodeUnit>("catch exceptions by name") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                unit.getTryCatchBlocks().stream()
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .filter(caught ->
                                caught.isEquivalentTo(Exception.class) || caught.isEquivalentTo(RuntimeException.class))
                        .forEach(caught -> events.add(SimpleConditionEvent.violated(
                                unit, unit.getFullName() + " catches " + caught.getSimpleName())));
            }
        });
    }

    /** The domain stands on the JDK and jspecify alone, and does no input or output. */
    public static ArchRule plainJavaWithoutInputOrOutput(String floor) {
        return ArchRuleDefinition.classes()
                .should(satisfy(
                        "use plain Java only, and no input or output",
                        type -> type.getDirectDependenciesFromSelf().stream()
                                .allMatch(dependency ->
                                        isPlain(dependency.getTargetClass().getBaseComponentType(), floor))));
    }

    /**
     * All habits at once.
     *
     * @param sources as for {@link #timeIdsAndRandomnessArePassedIn}; the domain has none
     */
    public static List<ArchRule> everyHabit(Set<String> sources) {
        return List.of(
                packagesAreNamedForTheDomain(),
                packagesAreNullMarked(),
                noStaticMutableState(),
                timeIdsAndRandomnessArePassedIn(sources),
                exceptionsAreCaughtByName());
    }

    private static boolean isPlain(JavaClass type, String floor) {
        String home = type.getPackageName();
        if (type.isPrimitive() || home.equals(floor) || home.startsWith(floor + ".")) {
            return true;
        }
        if (List.of("org.jspecify.annotations", "javax.crypto", "javax.crypto.spec")
                .contains(home)) {
            return true;
        }
        boolean inputOrOutput =
                List.of("java.io", "java.nio.file", "java.nio.channels", "java.net", "java.sql").stream()
                        .anyMatch(prefix -> home.equals(prefix) || home.startsWith(prefix + "."));
        return home.startsWith("java.") && !inputOrOutput;
    }

    private static ArchCondition<JavaClass> satisfy(String habit, java.util.function.Predicate<JavaClass> holds) {
        return new ArchCondition<>(habit) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!holds.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " does not " + habit));
                }
            }
        };
    }

    /** Reports every field that fits the predicate, by its full name. */
    private static final class FieldCondition extends ArchCondition<JavaField> {
        private final DescribedPredicate<JavaField> wanted;

        FieldCondition(DescribedPredicate<JavaField> wanted) {
            super(wanted.getDescription());
            this.wanted = wanted;
        }

        @Override
        public void check(JavaField field, ConditionEvents events) {
            boolean fits = wanted.test(field);
            String kind = field.getModifiers().contains(JavaModifier.FINAL) ? "final " : "";
            events.add(new SimpleConditionEvent(field, fits, kind + field.getFullName() + " is static mutable state"));
        }
    }
}
