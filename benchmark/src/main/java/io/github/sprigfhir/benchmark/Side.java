package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.time.Duration;

/** One of two servers that are compared, its load, and the processor time its blocks have used. */
final class Side {

    private final String name;
    private final ServerProcess server;
    private final Load<?> load;
    private CpuTime used = new CpuTime(Duration.ZERO, Duration.ZERO);

    Side(String name, ServerProcess server, Load<?> load) {
        this.name = name;
        this.server = server;
        this.load = load;
    }

    String name() {
        return name;
    }

    void warmUp(Duration duration) throws InterruptedException {
        System.out.printf(
                "Warm-up  %s %s%n", name, load.run(duration, Integer.MAX_VALUE).summary());
    }

    Measured block(Duration duration) throws IOException, InterruptedException {
        var before = server.cpu();
        var measured = load.run(duration, Integer.MAX_VALUE);
        used = used.plus(server.cpu().minus(before));
        return measured;
    }

    /** Of server and PostgreSQL, in nanoseconds. */
    double cpuPerRequest(Measured measured) {
        return (double) used.whole().toNanos() / measured.successes();
    }

    String cpu(Measured measured) {
        return used.per(Math.max(1, measured.successes()));
    }
}
