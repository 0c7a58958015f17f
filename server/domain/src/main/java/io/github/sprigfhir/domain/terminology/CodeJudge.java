package io.github.sprigfhir.domain.terminology;

import io.github.sprigfhir.domain.kernel.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a code that somebody sent, in words that help them to send the right one. */
public final class CodeJudge {

    private CodeJudge() {}

    /**
     * What a code system says of a code.
     *
     * @param display how it is shown
     * @param names by which it may be called besides
     * @param replacements what stands in its place where it is inactive, as {@code 123 |Name|}
     */
    public record Known(String display, List<String> names, boolean isActive, List<String> replacements) {

        /** An active code with one name. */
        public static Known as(String display) {
            return new Known(display, List.of(), true, List.of());
        }
    }

    /**
     * Something that is wrong with it, or worth knowing.
     *
     * @param isError whether the code may not be used for it
     */
    public record Finding(Rule rule, boolean isError, String text, String remedy) {}

    /**
     * Judges a code by itself.
     *
     * @param display as sent, if it was
     * @param known what its system says of it; none if the system has no such code
     * @param system what the system is called, as in "SNOMED CT (edition of 1 April 2026)"
     */
    public static List<Finding> judge(String code, @Nullable String display, Optional<Known> known, String system) {
        if (known.isEmpty()) {
            return List.of(
                    new Finding(
                            CodeRule.CODE_UNKNOWN,
                            true,
                            "%s has no code %s.".formatted(system, code),
                            "Take the code from its source again; it may be of another system, or newer than what is loaded here."));
        }
        var found = new ArrayList<Finding>();
        var concept = known.get();
        if (!concept.isActive()) {
            found.add(new Finding(
                    CodeRule.CODE_INACTIVE,
                    false,
                    "The code %s, %s, is no longer active in %s.".formatted(code, concept.display(), system),
                    concept.replacements().isEmpty()
                            ? "Nothing is named in its place; what was recorded with it stays valid."
                            : "Use in its place: " + String.join(", ", concept.replacements()) + "."));
        }
        if (display != null && !isNameOf(display, concept)) {
            found.add(new Finding(
                    CodeRule.DISPLAY_WRONG,
                    false,
                    "The display is no name of the code %s in %s.".formatted(code, system),
                    "If the code is meant, call it \"%s\"; if the display is meant, look for its code."
                            .formatted(concept.display())));
        }
        return found;
    }

    /** What is said of a code that is not in a value set. */
    public static Finding notIn(String code, String system, String valueSet, List<String> systemsThatHaveIt) {
        return new Finding(
                CodeRule.CODE_NOT_IN_VALUE_SET,
                true,
                "The code %s of %s is not in the value set %s.".formatted(code, system, valueSet),
                systemsThatHaveIt.isEmpty()
                        ? "Expand the value set to see what is."
                        : "The value set has that code of %s: was that system meant?"
                                .formatted(String.join(" and ", systemsThatHaveIt)));
    }

    /** Upper and lower case and the width of gaps make no other name. */
    private static boolean isNameOf(String display, Known concept) {
        var sent = plain(display);
        return plain(concept.display()).equals(sent)
                || concept.names().stream().anyMatch(name -> plain(name).equals(sent));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
