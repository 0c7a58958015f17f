package io.github.sprigfhir.domain.referral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says of a record which rows of the Social Prescribing Information Standard are in it and which are not.
 *
 * <p>A row that is beneath another is asked for only where that other is in the record: a problem has a name, but nobody
 * has to have a problem. Of what is missing the outermost heading says so, and the rows beneath it are not asked.
 */
public final class Completeness {

    private final List<RecordRow> rows;
    private final Map<Integer, Optional<RecordRow>> parents = new HashMap<>();

    /** Of all rows of the standard, in its order, so that each comes after the headings above it. */
    public Completeness(List<RecordRow> rows) {
        this.rows = List.copyOf(rows);
        for (var row : this.rows) {
            parents.put(
                    row.number(),
                    this.rows.stream()
                            .filter(other -> other.isAbove(row))
                            .reduce((outer, inner) ->
                                    inner.path().size() > outer.path().size() ? inner : outer));
        }
    }

    /**
     * What a record has of one row.
     *
     * @param isDemanded whether somebody asks for it whom the standard's obligation does not bind
     */
    public record Finding(RecordRow row, RowState state, boolean isDemanded) {

        /** Whether the record may not be as it is. */
        public boolean isLacking() {
            return state == RowState.MISSING && (isDemanded || row.obligation() == Obligation.MANDATORY);
        }
    }

    /**
     * What was seen of a record.
     *
     * @param found the rows of which something is in it
     * @param none of these the ones that say that there is nothing
     * @param excused rows that cannot be asked of this record, with all beneath them
     */
    public record Seen(Set<Integer> found, Set<Integer> none, Set<Integer> excused) {

        public Seen {
            found = Set.copyOf(found);
            none = Set.copyOf(none);
            excused = Set.copyOf(excused);
        }
    }

    /**
     * One finding for each row, in the order of the standard.
     *
     * @param demanded rows that must be there whatever the standard says, and whether or not what they belong to is
     */
    public List<Finding> judge(Seen seen, Set<Integer> demanded) {
        var there = withHeadings(seen.found());
        var states = new HashMap<Integer, RowState>();
        var findings = new ArrayList<Finding>();
        for (var row : rows) {
            var isDemanded = demanded.contains(row.number());
            var state = state(row, there, seen, isDemanded, states);
            states.put(row.number(), state);
            findings.add(new Finding(row, state, isDemanded));
        }
        return findings;
    }

    /** The rows that no record may lack. */
    public Set<Integer> mandatory() {
        var mandatory = new HashSet<Integer>();
        for (var row : rows) {
            if (row.obligation() == Obligation.MANDATORY
                    && parent(row)
                            .map(parent -> mandatory.contains(parent.number()) || isRepeated(parent, mandatory))
                            .orElse(true)) {
                mandatory.add(row.number());
            }
        }
        return mandatory;
    }

    /** The standard calls each entry of a mandatory section optional, because it does not say how many there are. */
    private boolean isRepeated(RecordRow entry, Set<Integer> mandatory) {
        return entry.path().get(entry.path().size() - 1).endsWith("record entry")
                && parent(entry)
                        .filter(section -> mandatory.contains(section.number()))
                        .isPresent();
    }

    private RowState state(
            RecordRow row, Set<Integer> there, Seen seen, boolean isDemanded, Map<Integer, RowState> states) {
        var above = parent(row).map(parent -> states.get(parent.number()));
        if (seen.excused().contains(row.number())) {
            return RowState.NOT_ASKED;
        }
        if (there.contains(row.number())) {
            return seen.none().contains(row.number()) ? RowState.NONE_STATED : RowState.PRESENT;
        }
        var isAsked = above.map(RowState.PRESENT::equals).orElse(true);
        return isAsked || isDemanded ? RowState.MISSING : RowState.NOT_ASKED;
    }

    /** These rows, and all the headings above them. */
    public Set<Integer> withHeadings(Set<Integer> found) {
        var there = new HashSet<Integer>();
        rows.stream().filter(row -> found.contains(row.number())).forEach(row -> {
            there.add(row.number());
            var above = parent(row);
            while (above.isPresent()) {
                there.add(above.get().number());
                above = parent(above.get());
            }
        });
        return there;
    }

    private Optional<RecordRow> parent(RecordRow row) {
        return parents.getOrDefault(row.number(), Optional.empty());
    }
}
