package io.github.sprigfhir.app.running;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.IntegerType;

/**
 * Numbers that whoever attacks a report does not know, each with its bounds. Some are sums of others: what is left of a
 * sum when all others are at their bounds bounds the last, until nothing moves any more.
 */
final class Unknowns {

    /** Fewer are masked. */
    static final int UNDER = 5;

    private static final int ROUNDED_BY = 2;
    private static final double UNBOUNDED = 1_000_000;
    private static final double STILL = 1e-6;

    private final List<Double> least = new ArrayList<>();
    private final List<Double> most = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();

    private record Sum(int total, List<Integer> parts) {}

    /** A number of which nothing is known but that it is not less than none. */
    int any() {
        least.add(0.0);
        most.add(UNBOUNDED);
        return least.size() - 1;
    }

    /** A number of which nothing is known. */
    int anySigned() {
        var number = any();
        least.set(number, -UNBOUNDED);
        return number;
    }

    void sum(int total, List<Integer> parts) {
        sums.add(new Sum(total, List.copyOf(parts)));
    }

    void between(int number, double low, double high) {
        least.set(number, Math.max(least.get(number), low));
        most.set(number, Math.min(most.get(number), high));
    }

    /** As it is told: none, rounded, or masked because it is few. */
    void told(int number, IntegerType count) {
        if (!count.hasValue()) {
            between(number, 1, UNDER - 1.0);
        } else if (count.getValue() == 0) {
            between(number, 0, 0);
        } else {
            between(number, Math.max(UNDER, count.getValue() - ROUNDED_BY), (double) count.getValue() + ROUNDED_BY);
        }
    }

    double least(int number) {
        return least.get(number);
    }

    double most(int number) {
        return most.get(number);
    }

    /** Whether a number may be this one, as far as is known. */
    boolean mayBe(int number, double value) {
        return value > least(number) - STILL && value < most(number) + STILL;
    }

    /** How many whole numbers stay possible. */
    double numbers(int number) {
        return Math.floor(most(number) + STILL) - Math.ceil(least(number) - STILL) + 1;
    }

    /** How far apart the least and the most are that stay possible. */
    double room(int number) {
        return most(number) - least(number);
    }

    void narrow() {
        for (boolean moved = true; moved; ) {
            moved = false;
            for (var sum : sums) {
                var before = room(sum);
                narrow(sum);
                moved |= room(sum) < before - STILL;
            }
        }
    }

    private double room(Sum sum) {
        return room(sum.total()) + sum.parts().stream().mapToDouble(this::room).sum();
    }

    private void narrow(Sum sum) {
        var low = sum.parts().stream().mapToDouble(this::least).sum();
        var high = sum.parts().stream().mapToDouble(this::most).sum();
        between(sum.total(), low, high);
        for (int part : sum.parts()) {
            between(part, least(sum.total()) - (high - most(part)), most(sum.total()) - (low - least(part)));
        }
    }
}
