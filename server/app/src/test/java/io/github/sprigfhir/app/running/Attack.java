package io.github.sprigfhir.app.running;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/**
 * Tries to find out what a report does not tell. Whoever attacks knows which parts and kinds there are, how counts are
 * rounded and which are masked; every count that is told bounds a sum of unknown ones, and what is left of a sum when the
 * others are at their bounds bounds the last, until nothing moves any more.
 */
final class Attack {

    private static final int UNDER = 5;
    private static final int ROUNDED_BY = 2;
    private static final int UNBOUNDED = 1_000_000;
    private static final String OTHERS = "Others";

    private final List<String> parts;
    private final List<String> kinds;
    private final List<Bound> bounds = new ArrayList<>();
    private final int[] least;
    private final int[] most;

    /** A sum of cells is not under the one and not over the other. */
    private record Bound(List<Integer> cells, int low, int high) {}

    private Attack(Set<String> parts, Set<String> kinds) {
        this.parts = List.copyOf(parts);
        this.kinds = List.copyOf(kinds);
        least = new int[parts.size() * kinds.size()];
        most = new int[parts.size() * kinds.size()];
        Arrays.fill(most, UNBOUNDED);
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
        attack.propagate();
        var open = new HashMap<String, Integer>();
        truth.forEach((part, row) -> row.forEach((kind, count) -> {
            if (count > 0 && count < UNDER) {
                open.put(part + ", " + kind, attack.open(part, kind));
            }
        }));
        return open;
    }

    private int open(String part, String kind) {
        var cell = parts.indexOf(part) * kinds.size() + kinds.indexOf(kind);
        return most[cell] - least[cell] + 1;
    }

    private void learn(MeasureReportGroupComponent group, MeasureReportGroupStratifierComponent division) {
        var whole = group.getStratifier().get(0).getStratum();
        var toldKinds = new TreeSet<String>();
        whole.forEach(stratum -> toldKinds.add(name(stratum.getValue())));
        bound(part -> true, kind -> true, group.getPopulationFirstRep().getCountElement());
        for (var stratum : whole) {
            bound(part -> true, named(name(stratum.getValue()), toldKinds), count(stratum));
        }
        var toldParts = new TreeSet<String>();
        var toldCells = new TreeSet<String>();
        for (var stratum : division.getStratum()) {
            if (stratum.hasComponent()) {
                toldParts.add(name(stratum.getComponent().get(0).getValue()));
                toldCells.add(name(stratum.getComponent().get(1).getValue()));
            } else {
                toldParts.add(name(stratum.getValue()));
            }
        }
        for (var stratum : division.getStratum()) {
            if (stratum.hasComponent()) {
                bound(
                        named(name(stratum.getComponent().get(0).getValue()), toldParts),
                        named(name(stratum.getComponent().get(1).getValue()), toldCells),
                        count(stratum));
            } else {
                bound(named(name(stratum.getValue()), toldParts), kind -> true, count(stratum));
            }
        }
    }

    /** The others are all that are not told one by one. */
    private static Predicate<String> named(String name, Set<String> told) {
        return name.equals(OTHERS) ? one -> !told.contains(one) : name::equals;
    }

    private void bound(Predicate<String> ofParts, Predicate<String> ofKinds, IntegerType count) {
        var cells = new ArrayList<Integer>();
        for (int part = 0; part < parts.size(); part++) {
            for (int kind = 0; kind < kinds.size(); kind++) {
                if (ofParts.test(parts.get(part)) && ofKinds.test(kinds.get(kind))) {
                    cells.add(part * kinds.size() + kind);
                }
            }
        }
        if (!count.hasValue()) {
            bounds.add(new Bound(cells, 1, UNDER - 1));
        } else if (count.getValue() == 0) {
            bounds.add(new Bound(cells, 0, 0));
        } else {
            bounds.add(new Bound(cells, Math.max(UNDER, count.getValue() - ROUNDED_BY), count.getValue() + ROUNDED_BY));
        }
    }

    private void propagate() {
        for (boolean moved = true; moved; ) {
            moved = false;
            for (var bound : bounds) {
                var low = bound.cells().stream().mapToInt(cell -> least[cell]).sum();
                var high = bound.cells().stream().mapToInt(cell -> most[cell]).sum();
                for (int cell : bound.cells()) {
                    var atLeast = bound.low() - (high - most[cell]);
                    var atMost = bound.high() - (low - least[cell]);
                    moved |= atLeast > least[cell] || atMost < most[cell];
                    least[cell] = Math.max(least[cell], atLeast);
                    most[cell] = Math.min(most[cell], atMost);
                    low = bound.cells().stream().mapToInt(one -> least[one]).sum();
                    high = bound.cells().stream().mapToInt(one -> most[one]).sum();
                }
            }
        }
    }

    private static IntegerType count(StratifierGroupComponent stratum) {
        return stratum.getPopulationFirstRep().getCountElement();
    }

    static String name(CodeableConcept concept) {
        return concept.hasText()
                ? concept.getText()
                : concept.getCodingFirstRep().getDisplay();
    }
}
