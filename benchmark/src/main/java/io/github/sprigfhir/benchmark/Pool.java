package io.github.sprigfhir.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The Tasks that walks share; thread-safe.
 *
 * <p>Walks pick from a few neighbours, so that they collide, and the neighbourhood moves on as walks are done, so that
 * there is always a Task that has not ended.
 */
final class Pool {

    private static final int NEIGHBOURS = 6;

    private final List<String> tasks = new ArrayList<>();

    /** @param task type and id; one that is there already is not added again */
    synchronized void add(String task) {
        if (!tasks.contains(task)) {
            tasks.add(task);
        }
    }

    /** @param progress how much of the walks is done, from 0 to 1 */
    synchronized String pick(double progress, RandomGenerator dice) {
        var first = (int) (progress * (tasks.size() - NEIGHBOURS)) + dice.nextInt(NEIGHBOURS);
        return tasks.get(Math.max(0, Math.min(tasks.size() - 1, first)));
    }

    synchronized int size() {
        return tasks.size();
    }
}
