package io.github.sprigfhir.benchmark;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Shows on one line how many of all episodes are done, how fast it goes, and how long it will still take. */
final class Progress {

    private static final long EVERY_NANOS = 500_000_000;

    private final PrintStream out;
    private final LongSupplier nanos;
    private final int all;
    private final long begun;
    private long shown;
    private int done;

    Progress(PrintStream out, LongSupplier nanos, int all) {
        this.out = out;
        this.nanos = nanos;
        this.all = all;
        this.begun = nanos.getAsLong();
        this.shown = begun;
    }

    /** One more is done. */
    synchronized void step() {
        done++;
        var now = nanos.getAsLong();
        if (now - shown >= EVERY_NANOS || done == all) {
            shown = now;
            out.print("\r" + line(now));
            out.flush();
        }
    }

    double perSecond() {
        return done / Math.max(0.001, (nanos.getAsLong() - begun) / 1e9);
    }

    private String line(long now) {
        var perSecond = done / Math.max(0.001, (now - begun) / 1e9);
        var left = Math.round((all - done) / perSecond);
        return "%d of %d episodes, %.1f per second, %d:%02d left   "
                .formatted(done, all, perSecond, left / 60, left % 60);
    }
}
