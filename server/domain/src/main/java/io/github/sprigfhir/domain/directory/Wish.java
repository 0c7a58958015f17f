package io.github.sprigfhir.domain.directory;

import java.util.Optional;
import java.util.Set;

/**
 * What somebody looks for. What is asked must be met: a service that says otherwise is ruled out; one that says nothing
 * of the matter stays, with a reason against it. Two things must be known to be met: accessibility beside any other that
 * is listed, and the assurance level.
 */
public record Wish(Subject subject, Whereabouts whereabouts, ForWhom forWhom, Manner manner, TimeWish time) {

    /** Nothing in particular. */
    public static final Wish ANYTHING = new Wish(
            new Subject(Set.of(), ""),
            new Whereabouts(Optional.empty(), 0, Set.of()),
            new ForWhom(Optional.empty(), Set.of(), Optional.empty()),
            new Manner(Set.of(), Set.of(), false),
            TimeWish.ANY);

    /**
     * What about.
     *
     * @param needs any of these need categories
     * @param text all of these words; empty for none
     */
    public record Subject(Set<String> needs, String text) {
        public Subject {
            needs = Set.copyOf(needs);
        }
    }

    /**
     * Where.
     *
     * @param from where the person sets out
     * @param reach how far they would go, in metres
     * @param areas codes of the areas in which they live (GSS, such as E08000035); none if that is not known
     */
    public record Whereabouts(Optional<Position> from, double reach, Set<String> areas) {
        public Whereabouts {
            areas = Set.copyOf(areas);
        }
    }

    /**
     * For whom.
     *
     * @param age in completed years
     * @param languages any of these, as BCP 47 tags in small letters; only what stands before the first hyphen counts
     * @param level the assurance level that the person's needs ask for
     */
    public record ForWhom(Optional<Integer> age, Set<String> languages, Optional<Integer> level) {
        public ForWhom {
            languages = Set.copyOf(languages);
        }
    }

    /**
     * How.
     *
     * @param accessibility all of these
     * @param modes any of these modes of contact
     * @param free whether it must be free
     */
    public record Manner(Set<String> accessibility, Set<String> modes, boolean free) {
        public Manner {
            accessibility = Set.copyOf(accessibility);
            modes = Set.copyOf(modes);
        }
    }
}
