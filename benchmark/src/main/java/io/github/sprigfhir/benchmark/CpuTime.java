package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processor time that a server and its embedded PostgreSQL have used so far.
 *
 * <p>PostgreSQL is not a child of the server's process; the file {@code pgdata/postmaster.pid} in the server's home
 * names it. Its back ends live as long as the connection pool keeps their connections.
 */
record CpuTime(Duration java, Duration postgres) {

    static CpuTime of(ProcessHandle server, Path home) throws IOException {
        return new CpuTime(
                used(server), postmaster(home).map(CpuTime::withChildren).orElse(Duration.ZERO));
    }

    static Optional<ProcessHandle> postmaster(Path home) throws IOException {
        var file = home.resolve("pgdata/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::trim).map(Long::parseLong).flatMap(ProcessHandle::of);
        }
    }

    private static Duration withChildren(ProcessHandle postmaster) {
        return Stream.concat(Stream.of(postmaster), postmaster.children())
                .map(CpuTime::used)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    CpuTime minus(CpuTime earlier) {
        return new CpuTime(java.minus(earlier.java), postgres.minus(earlier.postgres));
    }

    CpuTime plus(CpuTime other) {
        return new CpuTime(java.plus(other.java), postgres.plus(other.postgres));
    }

    Duration whole() {
        return java.plus(postgres);
    }

    String per(int count) {
        return "CPU per request %.1f ms server + %.1f ms PostgreSQL"
                .formatted(java.toNanos() / 1e6 / count, postgres.toNanos() / 1e6 / count);
    }
}
