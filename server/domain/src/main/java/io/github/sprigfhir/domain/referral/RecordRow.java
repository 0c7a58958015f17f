package io.github.sprigfhir.domain.referral;

import java.util.List;

/**
 * A row of the Social Prescribing Information Standard.
 *
 * @param number from 1 on, in the order of the standard
 * @param path the headings that lead to it, outermost first, its own last
 */
public record RecordRow(int number, List<String> path, Obligation obligation) {

    public RecordRow {
        path = List.copyOf(path);
    }

    /** The headings in one line, without those that only say that there may be several. */
    public String name() {
        return String.join(
                " > ",
                path.stream()
                        .filter(heading -> !heading.endsWith("record entry"))
                        .toList());
    }

    /** Whether this is one of the headings above another row. */
    boolean isAbove(RecordRow other) {
        return other.path.size() > path.size()
                && other.path.subList(0, path.size()).equals(path);
    }
}
