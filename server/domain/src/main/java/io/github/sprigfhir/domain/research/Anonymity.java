package io.github.sprigfhir.domain.research;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How finely each of those who take part is shown, so that nobody stands alone.
 *
 * <p>The threat: whoever knows some of a person's traits and days finds the one copy that has them.
 *
 * <p>The rule: all that is shown of a person's traits and days, and how much is on record of each type, taken together, is
 * shown of k people at least. So also whoever knows each visit finds k. Whoever
 * shares it with fewer is shown more coarsely, and so is everybody they shared it with; whoever shares even the coarsest
 * with fewer is not shown.
 *
 * @param shown by pseudonym
 * @param withheld the pseudonyms of those not shown
 * @param smallest how many the smallest group is of whom the same is shown; 0 where nobody is shown
 */
public record Anonymity(SortedMap<String, Fineness> shown, SortedSet<String> withheld, int smallest) {

    public Anonymity {
        shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
        withheld = Collections.unmodifiableSortedSet(new TreeSet<>(withheld));
    }

    /** All that is shown of somebody; how much there is on record of each type is shown even where no day is. */
    private record Face(Traits traits, Map<String, List<LocalDate>> days) {}

    private record Member(Subject subject, Timeline timeline) {

        String pseudonym() {
            return subject.pseudonym();
        }

        Face at(Fineness step) {
            return new Face(
                    step.show(subject.traits()),
                    subject.happenings().stream()
                            .filter(step::shows)
                            .collect(Collectors.groupingBy(
                                    Happening::type,
                                    Collectors.mapping(
                                            Happening::day,
                                            Collectors.collectingAndThen(
                                                    Collectors.toList(), days -> timeline.shown(days, step.days()))))));
        }
    }

    /**
     * Finds it for all who take part.
     *
     * @throws IllegalArgumentException if somebody is there twice, and so would be among others who are themselves
     */
    public static Anonymity of(Protection protection, Collection<Subject> all) {
        var left = members(protection, all);
        var shown = new TreeMap<String, Fineness>();
        var smallest = Integer.MAX_VALUE;
        for (var step : Fineness.ladder(protection)) {
            var fewer = new ArrayList<Member>();
            for (var alike : byFace(left, step)) {
                if (alike.size() < protection.k()) {
                    fewer.addAll(alike);
                } else {
                    alike.forEach(member -> shown.put(member.pseudonym(), step));
                    smallest = Math.min(smallest, alike.size());
                }
            }
            left = fewer;
        }
        var withheld = left.stream().map(Member::pseudonym).collect(Collectors.toCollection(TreeSet::new));
        return new Anonymity(shown, withheld, shown.isEmpty() ? 0 : smallest);
    }

    private static List<Member> members(Protection protection, Collection<Subject> all) {
        var seen = new HashSet<String>();
        var members = new ArrayList<Member>(all.size());
        for (var subject : all) {
            if (!seen.add(subject.pseudonym())) {
                throw new IllegalArgumentException("somebody takes part twice: " + subject.pseudonym());
            }
            members.add(new Member(subject, Timeline.of(protection.days(), subject.days())));
        }
        return members;
    }

    private static Collection<List<Member>> byFace(List<Member> members, Fineness step) {
        Map<Face, List<Member>> byFace = new HashMap<>();
        members.forEach(member -> byFace.computeIfAbsent(member.at(step), face -> new ArrayList<>())
                .add(member));
        return byFace.values();
    }
}
