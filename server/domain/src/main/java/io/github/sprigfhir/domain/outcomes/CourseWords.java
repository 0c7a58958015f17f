package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;

/**
 * Says how a score went so that the person whom it is about can read it. It says no more than is known: where no source
 * says from which difference on a change is more than chance, that is said.
 */
final class CourseWords {

    private static final String UNKNOWN =
            "It is not known how large a change of this score must be to be more than chance.";

    private CourseWords() {}

    static String of(Course course) {
        return course.last()
                .map(last -> two(course, last))
                .orElseGet(
                        () -> "Your %s was %s %s. There is no later score yet, so nothing can be said of a change. %s"
                                .formatted(
                                        course.measure().title(),
                                        value(course.first()),
                                        course.first().taken().when(),
                                        direction(course)));
    }

    private static String two(Course course, Assessment last) {
        var first = course.first();
        var change = course.measure().change(first.value(), last.value());
        var went = change.difference().signum() == 0
                ? "was %s both times, %s and %s"
                        .formatted(
                                value(first), first.taken().when(), last.taken().when())
                : "went from %s to %s %s"
                        .formatted(value(first), value(last), Taken.between(first.taken(), last.taken()));
        return "Your %s %s. %s %s".formatted(course.measure().title(), went, direction(course), worth(course, change));
    }

    private static String direction(Course course) {
        return switch (course.measure().meaning().direction()) {
            case HIGHER_BETTER -> "Higher is better.";
            case LOWER_BETTER -> "Lower is better.";
        };
    }

    private static String worth(Course course, Change change) {
        var threshold =
                course.measure().meaning().reliableChange().map(Words::of).orElse("");
        return switch (change.kind()) {
            case RELIABLY_BETTER ->
                "A %s of %s or more is unlikely to be chance; this is such an improvement."
                        .formatted(way(change.difference()), threshold);
            case RELIABLY_WORSE ->
                "A %s of %s or more is unlikely to be chance; this is such a deterioration."
                        .formatted(way(change.difference()), threshold);
            case NO_RELIABLE_CHANGE -> unreliable(change.difference(), threshold);
            case BETTER -> "That is better. " + UNKNOWN;
            case WORSE -> "That is worse. " + UNKNOWN;
            case SAME -> "It has not changed.";
        };
    }

    private static String unreliable(BigDecimal difference, String threshold) {
        return difference.signum() == 0
                ? "It has not changed."
                : "A %s of less than %s, as this one is, may be chance.".formatted(way(difference), threshold);
    }

    private static String way(BigDecimal difference) {
        return difference.signum() < 0 ? "fall" : "rise";
    }

    private static String value(Assessment assessment) {
        return Words.of(assessment.value());
    }
}
