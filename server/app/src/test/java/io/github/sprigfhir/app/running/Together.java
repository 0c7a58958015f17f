package io.github.sprigfhir.app.running;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Lets several senders send at the same instant. */
final class Together {

    private Together() {}

    static <T> List<T> atTheSameInstant(int times, Callable<T> act) throws InterruptedException {
        var start = new CyclicBarrier(times);
        var pool = Executors.newFixedThreadPool(times);
        try {
            var acts = new ArrayList<Callable<T>>();
            for (int i = 0; i < times; i++) {
                acts.add(() -> {
                    start.await();
                    return act.call();
                });
            }
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(acts)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
