package io.github.sprigfhir.app.running;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/**
 * Tries to find out what a report does not tell. Whoever attacks knows which parts and kinds there are, how counts are
 * rounded and which are masked; every count that is told bounds a sum of {@link Unknowns}.
 */
final class Attack {

    private static final String OTHERS = "Others";

    private final List<String> parts;
    private final List<String> kinds;
    private final Unknowns unknowns = new Unknowns();
    private final List<Integer> cells;

    private Attack(Set<String> parts, Set<String> kinds) {
        this.parts = List.copyOf(parts);
        this.kinds = List.copyOf(kinds);
        cells = IntStream.range(0, parts.size() * kinds.size())
                .mapToObj(cell -> unknowns.any())
                .toList();
    }

    /**
     * How many numbers stay possible for each cell in which there are few; the cells as they really are.
     *
     * @param truth by part and kind
     */
    static Map<String, Integer> openness(
            MeasureReportGroupComponent group,
            MeasureReportGroupStratifierComponent division,
            Map<String, Map<String, Integer>> truth) {
        var kinds = new TreeSet<String>();
        truth.values().forEach(row -> kinds.addAll(row.keySet()));
        var attack = new Attack(new TreeSet<>(truth.keySet()), kinds);
        attack.learn(group, division);
        attack.unknowns.narrow();
        var open = new HashMap<String, Integer>();
        truth.forEach((part, row) -> row.forEach((kind, count) -> {
            if (count > 0 && count < Unknowns.UNDER) {
                open.put(part + ", " + kind, attack.open(part, kind));
            }
        }));
        return open;
    }

    private int open(String part, String kind) {
        return (int) unknowns.numbers(cell(parts.indexOf(part), kinds.indexOf(kind)));
    }

    private void learn(MeasureReportGroupComponent group, MeasureReportGroupStratifierComponent division) {
        var whole = group.getStratifier().get(0).getStratum();
        var toldKinds = new TreeSet<String>();
        whole.forEach(stratum -> toldKinds.add(Reports.name(stratum.getValue())));
        bound(part -> true, kind -> true, group.getPopulationFirstRep().getCountElement());
        for (var stratum : whole) {
            bound(part -> true, named(Reports.name(stratum.getValue()), toldKinds), count(stratum));
        }
        var toldParts = new TreeSet<String>();
        var toldCells = new TreeSet<String>();
        for (var stratum : division.getStratum()) {
            if (stratum.hasComponent()) {
                toldParts.add(Reports.name(stratum.getComponent().get(0).getValue()));
                toldCells.add(Reports.name(stratum.getComponent().get(1).getValue()));
            } else {
                toldParts.add(Reports.name(stratum.getValue()));
            }
        }
        for (var stratum : division.getStratum()) {
            if (stratum.hasComponent()) {
                bound(
                        named(Reports.name(stratum.getComponent().get(0).getValue()), toldParts),
                        named(Reports.name(stratum.getComponent().get(1).getValue()), toldCells),
                        count(stratum));
            } else {
                bound(named(Reports.name(stratum.getValue()), toldParts), kind -> true, count(stratum));
            }
        }
    }

    /** The others are all that are not told one by one. */
    private static Predicate<String> named(String name, Set<String> told) {
        return name.equals(OTHERS) ? one -> !told.contains(one) : name::equals;
    }

    private void bound(Predicate<String> ofParts, Predicate<String> ofKinds, IntegerType count) {
        var total = unknowns.any();
        unknowns.told(total, count);
        unknowns.sum(
                total,
                IntStream.range(0, parts.size())
                        .filter(part -> ofParts.test(parts.get(part)))
                        .boxed()
                        .flatMap(part -> IntStream.range(0, kinds.size())
                                .filter(kind -> ofKinds.test(kinds.get(kind)))
                                .mapToObj(kind -> cell(part, kind)))
                        .toList());
    }

    private int cell(int part, int kind) {
        return cells.get(part * kinds.size() + kind);
    }

    private static IntegerType count(StratifierGroupComponent stratum) {
        return stratum.getPopulationFirstRep().getCountElement();
    }
}
