package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Which question comes when: the same for the same seed and number. */
final class Questions {

    private static final int MOSTLY = 5;

    @FunctionalInterface
    private interface Way {
        void ask(Asking asking) throws IOException, InterruptedException;
    }

    /**
     * A sort of question.
     *
     * @param weight how often it is asked beside the others
     */
    private record Sort(String name, int weight, Way way) {}

    private static final List<Sort> SORTS = List.of(
            new Sort("read", 10, asking -> new Readings(asking).read()),
            new Sort("read of a version", 5, asking -> new Readings(asking).version()),
            new Sort("history of a resource", 5, asking -> new Readings(asking).history()),
            new Sort("conditional read", 4, asking -> new Readings(asking).conditional()),
            new Sort("reads in a Bundle", 5, asking -> new Readings(asking).several()),
            new Sort("read of the directory", 1, asking -> new Readings(asking).directory()),
            new Sort("search by ids", 8, asking -> new Searches(asking).ids()),
            new Sort("search by person", 8, asking -> new Searches(asking).ofSomebody()),
            new Sort("search by status", 4, asking -> new Searches(asking).byStatus()),
            new Sort("search by party", 4, asking -> new Searches(asking).byParty()),
            new Sort("search by category", 2, asking -> new Searches(asking).byCategory()),
            new Sort("search by identifier", 5, asking -> new Searches(asking).byIdentifier()),
            new Sort("search for everything", 3, asking -> new Searches(asking).all()),
            new Sort("Provenance by target", 4, asking -> new Searches(asking).byTarget()),
            new Sort("search by request", 4, asking -> new Searches(asking).byRequest()),
            new Sort("chain", 5, asking -> new Searches(asking).chained()),
            new Sort("_include", 5, asking -> new Surroundings(asking).included()),
            new Sort("_revinclude", 5, asking -> new Surroundings(asking).referring()),
            new Sort("from the directory", 2, asking -> new Surroundings(asking).fromTheDirectory()),
            new Sort("another's page", 3, asking -> new Surroundings(asking).anothersPage()),
            new Sort("what no search may ask", 6, asking -> new Probes(asking).never()),
            new Sort("what providers may not ask", 3, asking -> new Probes(asking).masked()),
            new Sort("operations nobody has", 2, asking -> new Probes(asking).nowhere()),
            new Sort("history of everything", 1, asking -> new Probes(asking).histories()),
            new Sort("the audit", 1, asking -> new Probes(asking).audit()),
            new Sort("write by id", 5, asking -> new Intrusions(asking).byId()),
            new Sort("operation on another's", 4, asking -> new Intrusions(asking).operation()),
            new Sort("write in a Bundle", 3, asking -> new Intrusions(asking).inBundles()),
            new Sort("write on a condition", 4, asking -> new Intrusions(asking).onCondition()),
            new Sort("reference to another's", 3, asking -> new Intrusions(asking).byReference()));

    private final FhirServer server;
    private final View view;
    private final Inspector inspector;
    private final Tally tally;

    Questions(FhirServer server, View view, Tally tally) {
        this.server = server;
        this.view = view;
        this.inspector = new Inspector(view);
        this.tally = tally;
    }

    void ask(long seed) throws IOException, InterruptedException {
        var dice = new Random(seed);
        var who = caller(dice);
        var at = dice.nextInt(SORTS.stream().mapToInt(Sort::weight).sum());
        for (var sort : SORTS) {
            at -= sort.weight();
            if (at < 0) {
                sort.way().ask(new Asking(server, view, inspector, tally, dice, who, sort.name()));
                return;
            }
        }
    }

    /** Those who see some records of people more often than those who see none. */
    private Player caller(Random dice) {
        var seeing = dice.nextInt(MOSTLY) > 0;
        var those = view.players().stream()
                .filter(player -> seeing
                        == List.of(Role.REFERRER, Role.LINK_WORKER, Role.PROVIDER)
                                .contains(player.role()))
                .toList();
        return those.get(dice.nextInt(those.size()));
    }
}
