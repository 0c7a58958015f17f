package io.github.sprigfhir.domain.outcomes;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one score of one person went in one episode.
 *
 * @param all that stand, at least one, in the order in which they were taken
 */
public record Course(Measure measure, List<Assessment> all) {

    private static final Comparator<Assessment> IN_TIME =
            Comparator.<Assessment, Instant>comparing(one -> one.taken().at()).thenComparing(Assessment::id);

    public Course {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("There is no course of nothing.");
        }
        all = all.stream().sorted(IN_TIME).toList();
    }

    public Assessment first() {
        return all.get(0);
    }

    /** None where there is but one. */
    public Optional<Assessment> last() {
        return all.size() > 1 ? Optional.of(all.get(all.size() - 1)) : Optional.empty();
    }

    /** From the first to the last; none where there is but one. */
    public Optional<Change> change() {
        return last().map(last -> measure.change(first().value(), last.value()));
    }

    /** What became of the person, in plain English that is meant for that person. */
    public String sentence() {
        return CourseWords.of(this);
    }
}
