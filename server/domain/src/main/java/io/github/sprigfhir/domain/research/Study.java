package io.github.sprigfhir.domain.research;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A research project: what it may see, of whom, how finely, and until when (ADR 17).
 *
 * @param name 3 to 40 small letters, digits and hyphens; it begins with a letter and is never another project's
 * @param purpose what it wants to find out, in words for those who take part
 * @param lastDay the last day on which it may see anything
 * @param instruments the codes of those whose scores it may see; all if there is none
 * @param daysBetweenReleases how many days pass at least from one release to the next; 1 or more
 */
public record Study(
        String name,
        String purpose,
        LocalDate lastDay,
        Set<String> instruments,
        Protection protection,
        int daysBetweenReleases) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{2,39}");
    private static final int LEAST_K = 2;

    /**
     * Takes what is sound; {@link #read} says what is not.
     *
     * @throws IllegalArgumentException if something is not
     */
    public Study {
        instruments = Set.copyOf(instruments);
        var faults = faults(name, purpose, instruments, protection, daysBetweenReleases);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", faults));
        }
    }

    /** What came of reading a project. */
    public sealed interface Reading {

        /** It can be begun. */
        record Sound(Study study) implements Reading {}

        /**
         * It cannot.
         *
         * @param faults everything that is wrong with it, each in one plain English sentence
         */
        record Faulty(List<String> faults) implements Reading {}
    }

    /** The project of which all this is said, or everything that is wrong with it. */
    public static Reading read(
            String name,
            String purpose,
            LocalDate lastDay,
            Set<String> instruments,
            Protection protection,
            int daysBetweenReleases) {
        var faults = faults(name, purpose, instruments, protection, daysBetweenReleases);
        return faults.isEmpty()
                ? new Reading.Sound(new Study(name, purpose, lastDay, instruments, protection, daysBetweenReleases))
                : new Reading.Faulty(faults);
    }

    /** Whether anything may be seen in it on that day. */
    public boolean isOpenOn(LocalDate day) {
        return !day.isAfter(lastDay);
    }

    /** Whether it may see scores of the instrument. */
    public boolean sees(String instrument) {
        return instruments.isEmpty() || instruments.contains(instrument);
    }

    private static List<String> faults(
            String name, String purpose, Set<String> instruments, Protection protection, int daysBetweenReleases) {
        return Stream.of(
                        unless(
                                NAME.matcher(name).matches(),
                                "The name is 3 to 40 small letters, digits and hyphens, and begins with a letter."),
                        unless(!purpose.isBlank(), "The purpose says what the project wants to find out."),
                        unless(
                                instruments.stream().noneMatch(String::isBlank),
                                "Each instrument is named by its code."),
                        unless(
                                protection.k() >= LEAST_K,
                                "At least %d people share what is shown of each.".formatted(LEAST_K)),
                        unless(daysBetweenReleases >= 1, "At least 1 day passes between releases."))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> unless(boolean holds, String fault) {
        return holds ? Optional.empty() : Optional.of(fault);
    }
}
