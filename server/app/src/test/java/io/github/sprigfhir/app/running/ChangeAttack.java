package io.github.sprigfhir.app.running;

import io.github.sprigfhir.domain.outcomes.Precision;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.jspecify.annotations.Nullable;

/**
 * Tries to find out what a report on change does not tell. Whoever attacks knows all parts there are, and how many are
 * paired of everybody; takes the parts of each division from the whole, which all divisions share; and reckons sums of
 * scores from means, knowing exactly of how many each mean is.
 */
final class ChangeAttack {

    private static final double HUNDRED = 100;
    private static final double HALF = 0.5;

    private final Unknowns unknowns = new Unknowns();
    private final Map<String, Map<String, Subject>> divisions = new TreeMap<>();
    private final Subject whole;
    private final double range;

    /** Somebody's first and last score; the same where there is no later one. */
    record Scored(Map<String, String> parts, boolean paired, int first, int last) {

        double change() {
            return (double) last - first;
        }
    }

    /** What is asked of each part. */
    enum What {
        MEASURED,
        PAIRED,
        ALONE,
        BETTER,
        SAME,
        WORSE,
        BEFORE,
        AFTER,
        CHANGE;

        boolean isCount() {
            return compareTo(BEFORE) < 0;
        }

        /** What somebody adds to it. */
        double of(Scored one) {
            if (!one.paired()) {
                return this == MEASURED || this == ALONE ? 1 : 0;
            }
            return switch (this) {
                case MEASURED, PAIRED -> 1;
                case ALONE -> 0;
                case BETTER -> one.change() > 0 ? 1 : 0;
                case SAME -> one.change() == 0 ? 1 : 0;
                case WORSE -> one.change() < 0 ? 1 : 0;
                case BEFORE -> one.first();
                case AFTER -> one.last();
                case CHANGE -> one.change();
            };
        }
    }

    /** Everybody, or a part of them, as they are and as far as they are known. */
    private record Subject(List<Scored> people, Map<What, Integer> numbers) {

        double truth(What what) {
            return people.stream().mapToDouble(what::of).sum();
        }

        int number(What what) {
            return numbers.getOrDefault(what, -1);
        }
    }

    /**
     * What could be found of a few.
     *
     * @param truth what there is to find
     * @param room how many numbers stay possible for a count; for a sum of scores, how wide it is open
     */
    record Found(String by, String part, What what, double truth, double room, boolean mayBeTrue) {}

    /**
     * Attacks.
     *
     * @param range of the score, which begins at 0
     */
    ChangeAttack(MeasureReportGroupComponent group, List<Scored> people, double range) {
        this.range = range;
        whole = subject(people);
        unknowns.between(whole.number(What.PAIRED), whole.truth(What.PAIRED), whole.truth(What.PAIRED));
        var told = new LinkedHashMap<Element, Subject>();
        told.put(group, whole);
        counts(
                whole,
                group.getPopulation().stream().map(one -> one.getCountElement()).toList(),
                true);
        for (var division : group.getStratifier()) {
            var by = division.getCodeFirstRep().getCodingFirstRep().getCode();
            divide(by);
            division.getStratum().forEach(stratum -> told.put(stratum, learn(by, stratum, division.getStratum())));
        }
        unknowns.narrow();
        told.forEach((element, subject) -> figures(subject, Reports.figures(element)));
        divisions.values().forEach(parts -> parts.values().forEach(this::scores));
        unknowns.narrow();
    }

    /** Whatever could be found of parts of few, and of few in other parts. */
    List<Found> found() {
        var found = new ArrayList<Found>();
        divisions.forEach((by, parts) -> parts.forEach((part, subject) -> Stream.of(What.values())
                .filter(what -> isFew(subject.truth(what.isCount() ? what : What.PAIRED)))
                .forEach(what -> found.add(new Found(
                        by,
                        part,
                        what,
                        subject.truth(what),
                        what.isCount() ? unknowns.numbers(subject.number(what)) : unknowns.room(subject.number(what)),
                        unknowns.mayBe(subject.number(what), subject.truth(what)))))));
        return found;
    }

    private static boolean isFew(double count) {
        return count > 0 && count < Unknowns.UNDER;
    }

    private void divide(String by) {
        var parts = new TreeMap<String, List<Scored>>();
        whole.people().forEach(one -> parts.merge(one.parts().getOrDefault(by, ""), List.of(one), ChangeAttack::both));
        var subjects = new TreeMap<String, Subject>();
        parts.forEach((part, people) -> subjects.put(part, subject(people)));
        divisions.put(by, subjects);
        together(whole, List.copyOf(subjects.values()));
    }

    private static List<Scored> both(List<Scored> some, List<Scored> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private void together(Subject all, List<Subject> parts) {
        for (var what : What.values()) {
            unknowns.sum(
                    all.number(what),
                    parts.stream().map(part -> part.number(what)).toList());
        }
    }

    private Subject subject(List<Scored> people) {
        var numbers = new EnumMap<What, Integer>(What.class);
        for (var what : What.values()) {
            numbers.put(what, what == What.CHANGE ? unknowns.anySigned() : unknowns.any());
        }
        var subject = new Subject(people, numbers);
        unknowns.sum(subject.number(What.MEASURED), List.of(subject.number(What.PAIRED), subject.number(What.ALONE)));
        unknowns.sum(
                subject.number(What.PAIRED),
                List.of(subject.number(What.BETTER), subject.number(What.SAME), subject.number(What.WORSE)));
        unknowns.sum(subject.number(What.AFTER), List.of(subject.number(What.BEFORE), subject.number(What.CHANGE)));
        return subject;
    }

    /** The others are all that are not told one by one. */
    private Subject learn(String by, StratifierGroupComponent stratum, List<StratifierGroupComponent> strata) {
        var parts = divisions.getOrDefault(by, Map.of());
        var name = Reports.name(stratum.getValue());
        var subject = parts.get(name);
        if (subject == null) {
            var named = strata.stream().map(one -> Reports.name(one.getValue())).toList();
            var others = parts.entrySet().stream()
                    .filter(part -> !named.contains(part.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            subject = subject(
                    others.stream().flatMap(part -> part.people().stream()).toList());
            together(subject, others);
        }
        counts(
                subject,
                stratum.getPopulation().stream()
                        .map(one -> one.getCountElement())
                        .toList(),
                strata.size() == 1);
        return subject;
    }

    /**
     * What is masked because something else has to be may be any number.
     *
     * @param only whether there is nothing else
     */
    private void counts(Subject subject, List<IntegerType> told, boolean only) {
        unknowns.told(subject.number(What.PAIRED), told.get(1));
        if (told.get(0).hasValue()) {
            unknowns.told(subject.number(What.MEASURED), told.get(0));
        }
        if (told.get(2).hasValue() || (only && told.get(1).hasValue())) {
            unknowns.told(subject.number(What.ALONE), told.get(2));
        }
    }

    private void figures(Subject subject, Map<String, String> told) {
        var n = subject.truth(What.PAIRED);
        mean(subject, What.BEFORE, told.get("mean-before"), n);
        mean(subject, What.AFTER, told.get("mean-after"), n);
        mean(subject, What.CHANGE, told.get("mean-change"), n);
        if (told.containsKey("change-low")) {
            var middle = (number(told.get("change-low")) + number(told.get("change-high"))) / 2;
            mean(subject, What.CHANGE, String.valueOf(middle), n);
        }
        percentage(subject, What.BETTER, told.get("improved"), What.PAIRED);
        percentage(subject, What.SAME, told.get("unchanged"), What.PAIRED);
        percentage(subject, What.WORSE, told.get("deteriorated"), What.PAIRED);
        percentage(subject, What.ALONE, told.get("no-follow-up"), What.MEASURED);
    }

    private void mean(Subject subject, What what, @Nullable String told, double n) {
        if (told != null) {
            var moved = what == What.CHANGE ? 2 * range : range;
            var reach = HALF * step(moved / n);
            unknowns.between(subject.number(what), n * (number(told) - reach), n * (number(told) + reach));
        }
    }

    private void percentage(Subject subject, What what, @Nullable String told, What of) {
        if (told != null) {
            var reach = HALF * step(HUNDRED / subject.truth(of));
            unknowns.between(
                    subject.number(what),
                    unknowns.least(subject.number(of)) * (number(told) - reach) / HUNDRED,
                    unknowns.most(subject.number(of)) * (number(told) + reach) / HUNDRED);
        }
    }

    /** Nobody scores more than the most there is. */
    private void scores(Subject subject) {
        var most = range * unknowns.most(subject.number(What.PAIRED));
        unknowns.between(subject.number(What.BEFORE), 0, most);
        unknowns.between(subject.number(What.AFTER), 0, most);
        unknowns.between(subject.number(What.CHANGE), -most, most);
    }

    private static double step(double moved) {
        return Precision.of(moved).step().doubleValue();
    }

    private static double number(@Nullable String told) {
        return Double.parseDouble(Objects.requireNonNull(told));
    }
}
