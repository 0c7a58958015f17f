package io.github.sprigfhir.domain.research;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How finely each of those who take part is shown, so that nobody stands alone.
 *
 * <p>The threat: whoever knows some of a person's traits and days finds the one copy that has them.
 *
 * <p>The rule: all that is shown of a person's traits and days, and how much is on record of each type, taken together, is
 * shown of k people at least. So also whoever knows each visit finds k. Whoever
 * shares it with fewer is shown more coarsely, and so is everybody they shared it with; whoever shares even the coarsest
 * with fewer is not shown. Which services and organisations a person's records name is compared by each of these alone:
 * one is named only if the records of k people shown do.
 *
 * @param shown by pseudonym
 * @param places the services and organisations that are named, by pseudonyms
 * @param withheld the pseudonyms of those not shown
 * @param smallest how many the smallest group is of whom the same is shown; 0 where nobody is shown
 */
public record Anonymity(
        SortedMap<String, Fineness> shown, SortedSet<String> places, SortedSet<String> withheld, int smallest) {

    public Anonymity {
        shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
        places = Collections.unmodifiableSortedSet(new TreeSet<>(places));
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
        var places = places(
                protection,
                all.stream()
                        .filter(subject -> shown.containsKey(subject.pseudonym()))
                        .toList());
        return new Anonymity(shown, places, withheld, shown.isEmpty() ? 0 : smallest);
    }

    /**
     * What is left of it once the copies are made: whoever changed their mind in the meantime has none, and those among whom
     * they stood may have become too few. These are not shown then, nor is whoever names a place that too few name.
     *
     * @param copied those of whom there are copies, and how finely; their places are those that the copies name
     */
    public static Anonymity left(Protection protection, Map<Subject, Fineness> copied) {
        var left = new HashMap<>(copied);
        var alike = crowds(protection, left);
        while (left.keySet().removeAll(tooFew(protection, left, alike))) {
            alike = crowds(protection, left);
        }
        var shown = new TreeMap<String, Fineness>();
        left.forEach((subject, step) -> shown.put(subject.pseudonym(), step));
        var withheld = copied.keySet().stream()
                .map(Subject::pseudonym)
                .filter(pseudonym -> !shown.containsKey(pseudonym))
                .collect(Collectors.toCollection(TreeSet::new));
        var smallest = alike.stream().mapToInt(List::size).min().orElse(0);
        return new Anonymity(shown, places(protection, left.keySet()), withheld, smallest);
    }

    private static List<List<Subject>> crowds(Protection protection, Map<Subject, Fineness> copied) {
        return List.copyOf(copied.entrySet().stream()
                .collect(Collectors.groupingBy(
                        copy -> List.of(
                                copy.getValue(),
                                member(protection, copy.getKey()).at(copy.getValue())),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .values());
    }

    private static Set<Subject> tooFew(
            Protection protection, Map<Subject, Fineness> copied, List<List<Subject>> alike) {
        var places = places(protection, copied.keySet());
        return Stream.concat(
                        alike.stream()
                                .filter(crowd -> crowd.size() < protection.k())
                                .flatMap(List::stream),
                        copied.keySet().stream().filter(subject -> !places.containsAll(subject.places())))
                .collect(Collectors.toSet());
    }

    /** Those that k people's records name at least. */
    private static SortedSet<String> places(Protection protection, Collection<Subject> shown) {
        return shown.stream()
                .flatMap(subject -> subject.places().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(place -> place.getValue() >= protection.k())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Member> members(Protection protection, Collection<Subject> all) {
        var seen = new HashSet<String>();
        var members = new ArrayList<Member>(all.size());
        for (var subject : all) {
            if (!seen.add(subject.pseudonym())) {
                throw new IllegalArgumentException("somebody takes part twice: " + subject.pseudonym());
            }
            members.add(member(protection, subject));
        }
        return members;
    }

    private static Member member(Protection protection, Subject subject) {
        return new Member(subject, Timeline.of(protection.days(), subject.days()));
    }

    private static Collection<List<Member>> byFace(List<Member> members, Fineness step) {
        Map<Face, List<Member>> byFace = new HashMap<>();
        members.forEach(member -> byFace.computeIfAbsent(member.at(step), face -> new ArrayList<>())
                .add(member));
        return byFace.values();
    }
}
