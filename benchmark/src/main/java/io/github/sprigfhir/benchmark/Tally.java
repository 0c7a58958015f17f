package io.github.sprigfhir.benchmark;

import java.util.Map;
import java.util.TreeMap;

/** Counts what was asked, what came back and what was wrong; thread-safe. */
final class Tally {

    private static final int PRINTED = 25;
    private static final int LONGEST = 1500;

    private final Map<String, int[]> kinds = new TreeMap<>();
    private final Map<String, Integer> wrongs = new TreeMap<>();
    private int requests;
    private int faults;

    synchronized void count(String kind, int status) {
        requests++;
        kinds.computeIfAbsent(kind, name -> new int[3])[status < 400 ? 0 : 1]++;
    }

    synchronized void fault(String kind, Player who, Call call, Reply reply, String what) {
        faults++;
        kinds.computeIfAbsent(kind, name -> new int[3])[2]++;
        // Of one sort of difference a few are enough to find it.
        var sort = kind + ": " + what.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+", "#");
        if (wrongs.merge(sort, 1, Integer::sum) <= 2 && wrongs.size() <= PRINTED) {
            System.out.printf(
                    "DIFFERENCE in %s%n  caller  %s of %s%n  request %s%n  wrong   %s%n  answer  %d %s%n%n",
                    kind,
                    who.client(),
                    who.organisation(),
                    shortened(call.toString()),
                    what,
                    reply.status(),
                    shortened(reply.text()));
        }
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line;
    }

    synchronized int requests() {
        return requests;
    }

    synchronized int faults() {
        return faults;
    }

    synchronized void print() {
        System.out.printf("%-28s %9s %8s %12s%n", "what was asked", "answered", "refused", "differences");
        kinds.forEach(
                (kind, counted) -> System.out.printf("%-28s %9d %8d %12d%n", kind, counted[0], counted[1], counted[2]));
        System.out.printf("%d requests, %d differences%n", requests, faults);
        wrongs.forEach((sort, times) -> System.out.printf("  %6d  %s%n", times, sort));
    }
}
